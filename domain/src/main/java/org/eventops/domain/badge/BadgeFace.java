package org.eventops.domain.badge;

import java.time.ZonedDateTime;

/**
 * What stands on one badge.
 *
 * @param name empty while unknown; so is the company
 * @param product its name
 * @param date of the event, or of the ticket's date in a series, in the event's zone
 * @param code what the QR code holds
 */
public record BadgeFace(
        String name,
        String company,
        String product,
        String order,
        String event,
        ZonedDateTime date,
        String code) {

    /** The first word of the name. */
    public String firstName() {
        String plain = name.strip();
        int space = plain.indexOf(' ');
        return space < 0 ? plain : plain.substring(0, space);
    }
}
