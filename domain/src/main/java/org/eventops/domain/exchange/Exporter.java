package org.eventops.domain.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;

/** Writes what the store holds as documents. The stream is not closed. */
public interface Exporter {
    /** How a table is written. */
    enum TableFormat {
        CSV,
        XLSX
    }

    /**
     * The whole event as an event file.
     *
     * @return false when there is no such event; nothing is written then
     */
    @Needs(value = Permission.EXPORT, wide = true)
    boolean event(String slug, OutputStream out) throws IOException;

    /**
     * One row a ticket; cells that a spreadsheet would take for a formula are made text.
     *
     * @return false when there is no such event; nothing is written then
     */
    @Needs(value = Permission.EXPORT, wide = true)
    boolean attendees(String slug, TableFormat format, OutputStream out) throws IOException;

    /**
     * The live counts as they are now, one row a figure; cells are made safe as above.
     *
     * @param list name of a list, or absent for all lists of the event
     * @return false when there is no such event or list; nothing is written then
     */
    @Needs(Permission.SEE_EVENTS)
    boolean counts(String slug, Optional<String> list, TableFormat format, OutputStream out)
            throws IOException;
}
