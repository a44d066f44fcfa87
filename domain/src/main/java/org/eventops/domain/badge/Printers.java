package org.eventops.domain.badge;

import java.util.List;
import java.util.Locale;

/** Where badges come out of this machine. */
public interface Printers {
    /** By name, as the system calls them; empty where there are none. May take seconds. */
    List<String> names();

    /**
     * Hands one badge over, and returns when the system has taken it. May take as long as the
     * system likes: never called where somebody waits.
     *
     * @param title names the badge in the printer's queue, or the file; never personal data
     * @throws PrintFailure if it was not taken
     */
    void print(BadgeOutput output, Sheet sheet, String title) throws PrintFailure;

    /**
     * One badge.
     *
     * @param language of dates
     */
    record Sheet(BadgeLayout layout, BadgeFace face, Locale language) {}
}
