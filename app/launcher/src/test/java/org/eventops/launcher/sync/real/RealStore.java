package org.eventops.launcher.sync.real;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Outbox;
import org.eventops.domain.change.replica.Replica;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.persistence.Opening;
import org.eventops.persistence.Store;
import org.eventops.persistence.atrest.AtRest;
import org.eventops.sync.sim.Crash;
import org.eventops.sync.sim.Editing;
import org.eventops.sync.sim.Key;
import org.eventops.sync.sim.Row;
import org.eventops.sync.sim.StoreUnderTest;
import org.eventops.sync.sim.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A console's store on disk. Its process ends where a history says: what is opened again is a copy
 * of the folder as it was in that instant, with the database open and nothing written down in
 * peace.
 */
final class RealStore implements StoreUnderTest, AutoCloseable {
    private static final String SETTINGS =
            ";DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1;FILE_LOCK=NO;MAX_COMPACT_TIME=0"
                    + ";CACHE_SIZE=32768;QUERY_CACHE_SIZE=64"
                    + ";MAX_MEMORY_ROWS=2147483647;OPTIMIZE_REUSE_RESULTS=0;TRACE_LEVEL_FILE=0";

    private final Supplier<Path> folders;
    private final Clock clock;
    private Path folder;
    private Store store;
    private Connection eyes;
    private Runnable hazard = () -> {};
    private @Nullable Path ended;
    private int listeners;
    private @Nullable Map<Key, Map<String, @Nullable Object>> read;
    private Instant latest = Instant.EPOCH;

    /**
     * @param folders gives names of folders that are not there yet
     * @param empty a store that nobody has written to, to begin with
     */
    RealStore(Supplier<Path> folders, Path empty, Supplier<Instant> now) {
        this.folders = folders;
        InstantSource time = now::get;
        this.clock = time.withZone(ZoneOffset.UTC);
        this.folder = StoreFolder.copy(empty, folders.get());
        this.store = Store.open(folder, clock);
        this.eyes = look();
    }

    private Connection look() {
        try {
            return DriverManager.getConnection(
                    "jdbc:h2:%s:%s%s"
                            .formatted(
                                    new AtRest(store.key()).scheme(),
                                    folder.resolve("store").toAbsolutePath(),
                                    SETTINGS),
                    "sa",
                    "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Goes on with another folder's store. */
    private void open(Path other) {
        close();
        folder = other;
        store = Store.open(folder, clock);
        if (store.opening().state() == Opening.State.REBUILT) {
            throw new Violation("I9", "the database had to be built anew: " + folder);
        }
        eyes = look();
        read = null;
        latest = Instant.EPOCH;
    }

    @Override
    public void close() {
        try {
            eyes.close();
            store.close();
            StoreFolder.delete(folder);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The end of the process leaves the disk as it is in this instant. */
    void danger() {
        try {
            hazard.run();
        } catch (Crash crash) {
            ended = StoreFolder.copy(folder, folders.get());
            throw crash;
        }
    }

    void changed() {
        read = null;
    }

    Store store() {
        return store;
    }

    /** Whoever listened before belongs to a process that ended. */
    void listen(Runnable to) {
        int mine = ++listeners;
        store.outbox()
                .onAdded(
                        () -> {
                            if (mine == listeners) {
                                to.run();
                            }
                        });
    }

    @Override
    public Outbox outbox() {
        return new RealOutbox(this);
    }

    @Override
    public Replica replica() {
        return new RealReplica(this);
    }

    @Override
    public Map<Key, Map<String, @Nullable Object>> rows() {
        Map<Key, Map<String, @Nullable Object>> known = read;
        if (known == null) {
            known = all();
            read = known;
        }
        return known;
    }

    private Map<Key, Map<String, @Nullable Object>> all() {
        Map<Key, Map<String, @Nullable Object>> all = new LinkedHashMap<>();
        try (Statement statement = eyes.createStatement()) {
            for (SyncedTables.Table table : SyncedTables.inOrder()) {
                List<String> names =
                        table.columns().stream().map(SyncedTables.Column::name).toList();
                String sql =
                        "SELECT %s FROM %s ORDER BY id"
                                .formatted(String.join(", ", names), table.name());
                try (ResultSet found = statement.executeQuery(sql)) {
                    while (found.next()) {
                        Map<String, @Nullable Object> row = new LinkedHashMap<>();
                        for (int i = 0; i < names.size(); i++) {
                            row.put(names.get(i), found.getObject(i + 1));
                        }
                        all.put(new Key(table.name(), Row.id(row)), Row.of(row));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    @Override
    public UUID alias(Key key) {
        return store.replica()
                .apply(Replica.Weight.SMALL, rows -> rows.alias(key.table(), key.id()));
    }

    @Override
    public List<RowChange> pending(UUID scope) {
        List<RowChange> pending = new ArrayList<>();
        for (Outbox.Lying each : store.outbox().overlaid(scope)) {
            changes(each.mutation()).stream()
                    .filter(change -> change.scope().equals(scope))
                    .forEach(pending::add);
        }
        return pending;
    }

    private List<RowChange> changes(LocalMutation mutation) {
        if (!mutation.large()) {
            return mutation.changes();
        }
        List<RowChange> changes = new ArrayList<>();
        store.outbox().parts(mutation.number(), (part, last, some) -> changes.addAll(some));
        return changes;
    }

    @Override
    public boolean waits(UUID mutation) {
        return store.outbox().waiting(0, Integer.MAX_VALUE, Long.MAX_VALUE).stream()
                .anyMatch(each -> each.id().equals(mutation));
    }

    @Override
    public @Nullable LocalMutation transact(boolean large, Consumer<Editing> work) {
        long before = store.outbox().backlog().last();
        danger();
        Map<Key, Map<String, @Nullable Object>> rows = rows();
        changed();
        boolean unused =
                store.transactions()
                        .write(
                                () -> {
                                    work.accept(new RealEditing(store.syncedRows(), rows, large));
                                    danger();
                                    return true;
                                });
        danger();
        List<LocalMutation> made = store.outbox().waiting(before, 2, Long.MAX_VALUE);
        if (made.isEmpty()) {
            return null;
        }
        LocalMutation mutation = made.getFirst();
        if (made.size() > 1 || !mutation.at().isAfter(latest)) {
            throw new Violation("HLC", mutation.at() + " after " + latest + ": " + made.size());
        }
        latest = mutation.at();
        return mutation;
    }

    @Override
    public void hazard(Runnable next) {
        hazard = next;
    }

    @Override
    public void crashed() {
        listeners++;
        Path left = ended == null ? StoreFolder.copy(folder, folders.get()) : ended;
        ended = null;
        open(left);
    }

    @Override
    public Object image() {
        return StoreFolder.copy(folder, folders.get());
    }

    @Override
    public void become(Object image) {
        open(StoreFolder.copy((Path) image, folders.get()));
    }

    @Override
    public List<String> inquest(String id) {
        List<String> lines = new ArrayList<>();
        store.outbox().waiting(0, Integer.MAX_VALUE, Long.MAX_VALUE).stream()
                .filter(each -> changes(each).toString().contains(id))
                .forEach(each -> lines.add("waits " + each));
        store.replica().cursors().forEach(cursor -> lines.add(cursor.toString()));
        return lines;
    }
}
