package org.eventops.domain.exchange;

import java.io.IOException;
import java.io.OutputStream;

/** Writes what the store holds as documents. The stream is not closed. */
public interface Exporter {
    /** How an attendee list is written. */
    enum TableFormat {
        CSV,
        XLSX
    }

    /**
     * The whole event as an event file.
     *
     * @return false when there is no such event; nothing is written then
     */
    boolean event(String slug, OutputStream out) throws IOException;

    /**
     * One row a ticket; cells that a spreadsheet would take for a formula are made text.
     *
     * @return false when there is no such event; nothing is written then
     */
    boolean attendees(String slug, TableFormat format, OutputStream out) throws IOException;
}
