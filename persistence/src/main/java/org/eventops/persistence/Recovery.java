package org.eventops.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.zip.ZipException;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.StoreException;
import org.eventops.persistence.Opening.State;
import org.eventops.persistence.capture.MutationLog;
import org.eventops.persistence.capture.Replay;
import org.eventops.persistence.journal.Journal;
import org.eventops.persistence.journal.JournalRecovery;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings database and journal together when the store opens. */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final StoreLocation location;
    private final Clock clock;

    Recovery(StoreLocation location, Clock clock) {
        this.location = location;
        this.clock = clock;
    }

    /**
     * @param highest the highest mutation number seen
     * @param latest the latest hybrid time seen
     * @param whole whether all that the journal was given since the database was copied is there
     */
    record Recovered(
            JdbcDataSource database,
            Opening opening,
            long highest,
            Instant latest,
            boolean whole) {}

    Recovered run() throws IOException, SQLException {
        boolean missing = Files.notExists(location.databaseFile());
        if (missing && !Files.isDirectory(location.journal())) {
            if (Files.isDirectory(location.tallies())) {
                throw lost(location.databaseFile().getFileName() + ", journal");
            }
            return bringUp(State.CREATED, null);
        }
        if (missing || DamageMark.isSet(location)) {
            return rebuild();
        }
        try {
            return bringUp(State.CLEAN, null);
        } catch (SQLException | RuntimeException e) {
            if (!StoreProblems.isCorrupt(e)) {
                throw e;
            }
            LOG.error("the database file is damaged and is built anew", e);
            return rebuild();
        }
    }

    /**
     * From the newest snapshot that is whole and the journal; from the journal alone if none is.
     */
    private Recovered rebuild() throws IOException, SQLException {
        DamageMark.set(location);
        Path aside = putAside();
        Snapshots snapshots = new Snapshots(location);
        for (Path snapshot : snapshots.newestFirst()) {
            try {
                snapshots.restore(snapshot, Progress.NONE);
                return rebuilt(aside);
            } catch (IOException | SQLException | RuntimeException e) {
                if (!(e instanceof ZipException) && !StoreProblems.isCorrupt(e)) {
                    throw e;
                }
                LOG.warn("snapshot {} is damaged", snapshot.getFileName(), e);
                Files.deleteIfExists(location.databaseFile());
            }
        }
        try {
            return rebuilt(aside);
        } catch (StoreException e) {
            // What could be had is no store: the next opening begins where this one did.
            Files.deleteIfExists(location.databaseFile());
            throw e;
        }
    }

    private @Nullable Path putAside() throws IOException {
        if (Files.notExists(location.databaseFile())) {
            return null;
        }
        Path aside = location.folder().resolve("store-damaged-" + clock.millis() + ".mv.db");
        return Files.move(location.databaseFile(), aside, StandardCopyOption.ATOMIC_MOVE);
    }

    private Recovered rebuilt(@Nullable Path aside) throws IOException, SQLException {
        Recovered recovered = bringUp(State.REBUILT, aside);
        DamageMark.clear(location);
        return recovered;
    }

    private Recovered bringUp(State state, @Nullable Path aside) throws IOException, SQLException {
        JdbcDataSource database = Database.at(location);
        try {
            Migrations.bring(database);
            long last = Database.lastMutation(database);
            Checkpoint checkpoint = Checkpoint.read(location);
            long whole = Math.min(last, checkpoint.number());
            JournalRecovery.Found found =
                    JournalRecovery.read(location.journal(), location.atRest().frames(), whole);
            apply(database, found);
            CursorCheck.after(database, whole, found);
            if (state == State.REBUILT) {
                wholeOrLost(checkpoint, last, found);
            }
            boolean shorter =
                    checkpoint.shorter()
                            || (!checkpoint.isKnown() && last > found.highest())
                            || Journal.bytes(location.journal()) < checkpoint.journal();
            State now = state == State.CLEAN && !clean(found) ? State.RECOVERED : state;
            Opening opening =
                    new Opening(
                            now,
                            found.pending().size(),
                            found.torn(),
                            found.damaged(),
                            shorter,
                            aside);
            Instant known = Database.lastTime(database);
            Instant latest = known.isAfter(found.latest()) ? known : found.latest();
            long highest = Math.max(Database.lastMutation(database), found.highest());
            // From nothing, a journal that is not whole makes a store that lacks its beginning.
            if (checkpoint.isLost(highest) || (shorter && last == 0)) {
                throw lost("of changes up to " + checkpoint.number() + " some are gone");
            }
            boolean holds = !found.mayLack(last, Long.MAX_VALUE);
            return new Recovered(database, opening, highest, latest, holds);
        } catch (SQLException | IOException | RuntimeException e) {
            closeAfter(database, e);
            throw e;
        }
    }

    /**
     * What is built anew is what was there, or it is not built: who lost or took away a part of the
     * journal would else choose what the store forgets. What came after the last closing in peace
     * may have been torn by a pulled battery.
     *
     * @param last mutation of the snapshot that it is built on, 0 for none
     */
    private static void wholeOrLost(Checkpoint checkpoint, long last, JournalRecovery.Found found) {
        boolean known = checkpoint.isKnown();
        if (found.mayLack(last, known ? checkpoint.number() : Long.MAX_VALUE)) {
            throw lost("a part of the journal cannot be read");
        }
        boolean nothing = last == 0 && found.highest() == 0;
        if ((last == 0 && found.first() > 1) || (nothing && !known)) {
            throw lost("the beginning of the journal is gone");
        }
    }

    private static StoreException lost(String what) {
        return new StoreException(StoreException.Problem.CORRUPT, what);
    }

    private static boolean clean(JournalRecovery.Found found) {
        return found.pending().isEmpty() && found.torn() == 0 && found.damaged() == 0;
    }

    private static void apply(JdbcDataSource database, JournalRecovery.Found found)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Replay replay = new Replay(connection);
            for (JournalRecovery.Placed mutation : found.pending()) {
                replay.apply(mutation);
            }
            // Everything the database holds stands in the journal.
            MutationLog.empty(connection);
        }
        if (found.pending().isEmpty()) {
            return;
        }
        LOG.info("{} mutations of the journal applied to the database", found.pending().size());
    }

    private static void closeAfter(JdbcDataSource database, Exception cause) {
        try {
            Database.shutDown(database);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
