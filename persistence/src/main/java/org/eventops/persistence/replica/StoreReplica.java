package org.eventops.persistence.replica;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.Replica;
import org.eventops.domain.change.replica.RowHash;
import org.eventops.domain.change.replica.Rows;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.persistence.capture.Machinery;
import org.eventops.persistence.capture.Stamps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The local store as the engine writes to it. */
public final class StoreReplica implements Replica {
    private static final Logger LOG = LoggerFactory.getLogger(StoreReplica.class);

    private final DataSource database;
    private final JdbcRows.Held held;
    private final HubTransactions transactions;
    private final Stamps stamps;
    private final Seal seal;
    private long sealed;
    private volatile Optional<Membership> membership;
    private Runnable outbox = () -> {};

    /** Makes sure that a rebuild has the rows that no journal holds. */
    @FunctionalInterface
    public interface Seal {
        /** Waits until all rows are on the disk, and takes a copy from which a rebuild starts. */
        void set();
    }

    StoreReplica(
            DataSource database,
            JdbcRows.Held held,
            HubTransactions transactions,
            Stamps stamps,
            Seal seal)
            throws SQLException {
        this.database = database;
        this.held = held;
        this.transactions = transactions;
        this.stamps = stamps;
        this.seal = seal;
        try (Connection connection = database.getConnection();
                Statements statements = new Statements(connection)) {
            held.cursors().read(statements);
            this.membership = member(statements);
        }
        // What was loaded before this opening is whole: recovery has seen to it.
        this.sealed = held.cursors().loaded();
    }

    /** What reads the outbox into memory, if it has not been. */
    void beforeEach(Runnable reading) {
        outbox = reading;
    }

    private static Optional<Membership> member(Statements statements) throws SQLException {
        return statements
                .query(
                        "SELECT id, tenant, lineage FROM sync_member",
                        List.of(),
                        row ->
                                new Membership(
                                        row.getObject(1, UUID.class),
                                        row.getObject(2, UUID.class),
                                        row.getObject(3, UUID.class)))
                .stream()
                .findFirst();
    }

    @Override
    public <T> T apply(Weight weight, Function<Rows, T> work) {
        // What waits must be known before the transaction: it is asked and changed within.
        outbox.run();
        return transactions.apply(weight, work::apply);
    }

    @Override
    public void secure() {
        if (held.cursors().loaded() > sealed && !held.cursors().loading()) {
            seal();
        }
    }

    private void seal() {
        sealed = held.cursors().loaded();
        try {
            seal.set();
        } catch (RuntimeException e) {
            // The rows are there; if they were lost now they would be loaded again.
            LOG.warn("what was loaded could not be copied for a rebuild", e);
        }
    }

    @Override
    public List<Cursor> cursors() {
        return held.cursors().cursors();
    }

    @Override
    public Optional<Membership> membership() {
        return membership;
    }

    @Override
    public void keep(Membership kept) {
        transactions.own(
                rows -> {
                    member(rows, kept);
                    return true;
                });
        membership = Optional.of(kept);
    }

    private void member(JdbcRows rows, Membership kept) {
        membership.ifPresent(
                before -> rows.machinery(Machinery.gone(Machinery.MEMBER, before.device())));
        rows.machinery(
                Machinery.put(
                        Machinery.MEMBER,
                        kept.device(),
                        Map.of("tenant", kept.tenant(), "lineage", kept.lineage())));
    }

    /**
     * The store becomes one of the hub's consoles; nothing happens if it is that one already.
     *
     * @throws IllegalStateException if it is another's
     */
    void adopt(Membership member) {
        if (membership.isPresent()) {
            if (!membership.get().equals(member)) {
                throw new IllegalStateException("this store belongs to a hub already");
            }
            return;
        }
        transactions.own(rows -> adopted(rows, member));
    }

    private Adoption adopted(JdbcRows rows, Membership member) {
        Adoption adoption = new Adoption(held.failure(), rows.statements(), stamps, member);
        adoption.rename(held.tenant().get());
        rows.machinery(Machinery.tenant(member.tenant()));
        member(rows, member);
        rows.also(adoption::contents);
        rows.afterwards(
                () -> {
                    held.tenant().becomes(member.tenant());
                    membership = Optional.of(member);
                    held.outbox().forget();
                    for (SyncedTables.Table table : SyncedTables.inOrder()) {
                        adoption.scopes()
                                .forEach(scope -> rows.recorded().touch(table.name(), scope));
                    }
                });
        return adoption;
    }

    @Override
    public void seen(Instant hybrid) {
        stamps.seen(hybrid);
    }

    @Override
    public Map<String, ContentHash> hashes(UUID scope) {
        return held.failure()
                .watch(
                        () -> {
                            try (Connection connection = database.getConnection();
                                    Statements statements = new Statements(connection)) {
                                return hashes(statements, scope);
                            }
                        });
    }

    private static Map<String, ContentHash> hashes(Statements statements, UUID scope)
            throws SQLException {
        Map<String, ContentHash> hashes = new LinkedHashMap<>();
        for (SyncedTables.Table each : SyncedTables.inOrder()) {
            TableSql table = TableSql.of(each.name());
            ContentHash[] sum = {ContentHash.NONE};
            statements.each(
                    table.ofScope(),
                    List.of(scope),
                    row -> sum[0] = sum[0].plus(RowHash.of(each, table.row(row))));
            hashes.put(each.name(), sum[0]);
        }
        return hashes;
    }
}
