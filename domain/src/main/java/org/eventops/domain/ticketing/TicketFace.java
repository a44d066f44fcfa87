package org.eventops.domain.ticketing;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What is printed on a ticket.
 *
 * @param starts of the event, or of the ticket's date in a series, in the event's zone
 * @param doors when doors open, in the event's zone
 * @param place venue and city; empty while unknown
 * @param product its name
 * @param attendee empty while unknown
 * @param code what the QR code holds
 * @param look of the event, or the plain one
 */
public record TicketFace(
        String event,
        ZonedDateTime starts,
        @Nullable ZonedDateTime doors,
        String place,
        String product,
        String attendee,
        String order,
        String code,
        TicketLook look) {}
