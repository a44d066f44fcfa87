package org.eventops.persistence.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.eventops.domain.change.replica.RowChange;

/** Writes down, with each transaction, who did what in it. */
public interface Trail {
    /** Stands in the capture table for a line that tells of no row. */
    String NOTE = "audit_note";

    /** For one transaction. */
    Gathering gather();

    /** What one transaction did. */
    interface Gathering {
        /** Is told of each change, and of each note. */
        void take(byte[] encoded, String table);

        /**
         * Writes the lines, with the transaction; called once, when all is told.
         *
         * @return the same for the journal
         */
        List<RowChange> lines(Connection connection, Instant at) throws SQLException;
    }
}
