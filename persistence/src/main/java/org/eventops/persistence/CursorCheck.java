package org.eventops.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.persistence.journal.JournalRecovery;
import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far a scope was followed must never be more than its rows. The rows of a first load stand in
 * the database alone, not in the journal; what came from the hub is not waited for when it is
 * journalled. Where some of it may be missing after a crash or a rebuild, a first load starts again
 * over what is there, and a scope that was loaded gets a mark that no hub has: the hub will not
 * know it, and the scope is gathered anew beside its rows, which stay in use until then.
 */
final class CursorCheck {
    private static final Logger LOG = LoggerFactory.getLogger(CursorCheck.class);

    private static final String DOUBTFUL = " AND (loaded > ? OR number > ? OR ?)";

    /** It was cut: what its chunks brought is asked for again, its feed begins where it would. */
    private static final String LOAD_AGAIN =
            "UPDATE sync_cursor SET loading_table = ?, loading_after = NULL, loaded = 0, number = 0"
                    + " WHERE loading_table IS NOT NULL AND loading_table <> ''"
                    + DOUBTFUL;

    private static final String GATHER_ANEW =
            "UPDATE sync_cursor SET mark = RANDOM_UUID(), seq = GREATEST(seq, 1), loaded = 0,"
                    + " number = 0, loading_table = NULL, loading_from = NULL, loading_whole = NULL,"
                    + " loading_mark = NULL"
                    + " WHERE (loading_table IS NULL OR loading_table = '')"
                    + DOUBTFUL;

    private CursorCheck() {}

    /**
     * @param whole the mutation up to which the database was known to be whole before the journal
     *     was applied to it
     */
    static void after(JdbcDataSource database, long whole, JournalRecovery.Found found)
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement anew = connection.prepareStatement(GATHER_ANEW);
                PreparedStatement load = connection.prepareStatement(LOAD_AGAIN)) {
            int gathered = doubtful(anew, 1, whole, found);
            load.setString(1, SyncedTables.inOrder().getFirst().name());
            int loads = doubtful(load, 2, whole, found);
            if (gathered + loads > 0) {
                LOG.info("{} scopes will be loaded again, {} loads start anew", gathered, loads);
            }
        }
    }

    private static int doubtful(
            PreparedStatement update, int from, long whole, JournalRecovery.Found found)
            throws SQLException {
        update.setLong(from, whole);
        update.setLong(from + 1, found.highest());
        update.setBoolean(from + 2, found.damaged() > 0);
        return update.executeUpdate();
    }
}
