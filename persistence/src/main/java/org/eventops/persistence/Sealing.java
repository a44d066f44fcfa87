package org.eventops.persistence;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Function;
import org.eventops.domain.change.StoreException;
import org.eventops.persistence.capture.WriteTurns;
import org.eventops.persistence.replica.StoreReplica;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Brings rows that stand in no journal, those of a first load, into safety. The door goes on
 * meanwhile.
 */
record Sealing(
        StoreLocation location,
        JdbcDataSource database,
        WriteTurns turns,
        Function<Throwable, StoreException> classify)
        implements StoreReplica.Seal {
    @Override
    public void set() {
        turns.bulk(
                () -> {
                    try {
                        seal();
                        return true;
                    } catch (IOException | SQLException e) {
                        throw classify.apply(e);
                    }
                });
    }

    private void seal() throws IOException, SQLException {
        // No write has a number below this one and is not committed: bulk ones wait, urgent ones
        // are alone among themselves.
        long number = turns.urgent(this::last);
        Database.sync(database);
        Checkpoint.of(location, number, Checkpoint.read(location).shorter()).write(location);
        new Snapshots(location).take(database);
    }

    private long last() {
        try {
            return Database.lastMutation(database);
        } catch (SQLException e) {
            throw classify.apply(e);
        }
    }
}
