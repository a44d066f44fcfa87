package org.eventops.persistence.replica;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eventops.domain.change.replica.Replica.Weight;
import org.eventops.persistence.capture.DiskRoom;
import org.eventops.persistence.capture.FromHub;
import org.eventops.persistence.capture.MutationLog;
import org.eventops.persistence.capture.Stamps;
import org.eventops.persistence.capture.WriteTurns;
import org.eventops.persistence.journal.Mutation;
import org.jspecify.annotations.Nullable;

/**
 * Transactions past the capture, in plain JDBC, on one connection that is kept for them: there is
 * never more than one of them at a time.
 */
public final class HubTransactions implements AutoCloseable {
    private final DataSource database;
    private final WriteTurns turns;
    private final Commits commits;
    private final JdbcRows.Held held;
    private @Nullable Statements statements;

    /**
     * How they become durable and known.
     *
     * @param rewritten told which scopes had scans changed or taken away
     */
    public record Commits(
            Stamps stamps, MutationLog log, DiskRoom room, Consumer<Set<UUID>> rewritten) {}

    HubTransactions(DataSource database, WriteTurns turns, Commits commits, JdbcRows.Held held) {
        this.database = database;
        this.turns = turns;
        this.commits = commits;
        this.held = held;
    }

    <T> T apply(Weight weight, Function<JdbcRows, T> work) {
        Supplier<T> turn = () -> FromHub.write(() -> inTransaction(work, false));
        return switch (weight) {
            case SMALL -> turns.ordinary(turn);
            case LARGE -> turns.bulk(turn);
        };
    }

    /** What this console does of its own: on the disk on return. */
    <T> T own(Function<JdbcRows, T> work) {
        return turns.ordinary(() -> FromHub.write(() -> inTransaction(work, true)));
    }

    private <T> T inTransaction(Function<JdbcRows, T> work, boolean own) {
        commits.room().needed();
        held.failure().watch(this::working);
        Statements open = held.failure().watch(this::statements);
        JdbcRows rows = new JdbcRows(held, open);
        boolean done = false;
        try {
            T result = work.apply(rows);
            held.failure().watch(() -> commit(open.connection(), rows, own));
            done = true;
            return result;
        } finally {
            if (!done) {
                rows.rolledBack();
                rollBack(open.connection());
            }
        }
    }

    private boolean commit(Connection connection, JdbcRows rows, boolean own) throws SQLException {
        if (rows.nothing()) {
            connection.commit();
            return false;
        }
        Mutation mutation = commits.stamps().next(Mutation.Origin.HUB);
        rows.lastWord(mutation.number());
        Recorded recorded = rows.recorded();
        commits.log().commitFromHub(connection, mutation, rows.encoded(mutation), own);
        rows.committed();
        if (!recorded.rewrittenScopes().isEmpty()) {
            commits.rewritten().accept(recorded.rewrittenScopes());
        }
        commits.log().tell(recorded.touched());
        return true;
    }

    private boolean working() throws SQLException {
        commits.room().working();
        return true;
    }

    private void rollBack(Connection connection) {
        held.failure()
                .watch(
                        () -> {
                            working();
                            connection.rollback();
                            return true;
                        });
    }

    private Statements statements() throws SQLException {
        Statements open = statements;
        if (open == null) {
            Connection connection = database.getConnection();
            connection.setAutoCommit(false);
            open = new Statements(connection);
            statements = open;
        }
        return open;
    }

    @Override
    public void close() throws SQLException {
        if (statements != null && !commits.room().isGivenUp()) {
            statements.close();
            statements = null;
        }
    }
}
