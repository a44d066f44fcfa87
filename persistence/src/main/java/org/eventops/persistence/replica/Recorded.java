package org.eventops.persistence.replica;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.persistence.capture.RowCodec;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction from the hub has done so far, in order, for the journal and for those who
 * listen.
 */
final class Recorded {
    private static final Set<String> SCANS = Set.of("scan", "scan_undo");

    private final List<Done> done = new ArrayList<>();
    private final Map<String, Set<UUID>> touched = new HashMap<>();
    private final Set<UUID> rewritten = new HashSet<>();

    /** One step. */
    private sealed interface Done {
        record Changed(RowChange change) implements Done {}

        record Inserted(TableSql table, UUID scope, List<Map<String, @Nullable Object>> rows)
                implements Done {}
    }

    void change(RowChange change) {
        done.add(new Done.Changed(change));
        touch(change.table(), change.scope());
    }

    /** What is no synced row, or stands for many. */
    void machinery(RowChange change) {
        done.add(new Done.Changed(change));
    }

    void inserted(TableSql table, List<Map<String, @Nullable Object>> rows) {
        Map<UUID, List<Map<String, @Nullable Object>>> byScope = new HashMap<>();
        for (Map<String, @Nullable Object> row : rows) {
            byScope.computeIfAbsent((UUID) row.get("scope"), unused -> new ArrayList<>()).add(row);
        }
        byScope.forEach(
                (scope, some) -> {
                    done.add(new Done.Inserted(table, scope, some));
                    touch(table.name(), scope);
                });
    }

    void touch(String table, UUID scope) {
        touched.computeIfAbsent(table, unused -> new HashSet<>()).add(scope);
    }

    /** Scans were changed or taken away: what was counted of the scope no longer holds. */
    void rewritten(String table, UUID scope) {
        if (SCANS.contains(table)) {
            rewritten.add(scope);
        }
    }

    boolean nothing() {
        return done.isEmpty() && touched.isEmpty();
    }

    /** How far it has come, for {@link #backTo}. */
    int place() {
        return done.size();
    }

    /** Forgets what was done after this place and has been rolled back. */
    void backTo(int place) {
        done.subList(place, done.size()).clear();
    }

    Map<String, Set<UUID>> touched() {
        return touched;
    }

    Set<UUID> rewrittenScopes() {
        return rewritten;
    }

    /** Scopes whose rows were inserted many at once. */
    Set<UUID> insertedScopes() {
        Set<UUID> scopes = new HashSet<>();
        for (Done each : done) {
            if (each instanceof Done.Inserted inserted) {
                scopes.add(inserted.scope());
            }
        }
        return scopes;
    }

    /**
     * As the journal has it.
     *
     * @param loading scopes whose many rows are not journalled
     */
    Iterator<byte[]> encoded(Predicate<UUID> loading) {
        return done.stream()
                .flatMap(each -> changes(each, loading))
                .map(RowCodec::encode)
                .iterator();
    }

    private static Stream<RowChange> changes(Done done, Predicate<UUID> loading) {
        return switch (done) {
            case Done.Changed changed -> Stream.of(changed.change());
            case Done.Inserted inserted ->
                    loading.test(inserted.scope())
                            ? Stream.of()
                            : inserted.rows().stream()
                                    .map(row -> whole(inserted.table(), inserted.scope(), row));
        };
    }

    /** A row as it was put in, with what is null as well. */
    static RowChange whole(TableSql table, UUID scope, Map<String, @Nullable Object> row) {
        List<RowChange.Column> columns = new ArrayList<>(table.names().size());
        for (String name : table.names()) {
            columns.add(new RowChange.Column(name, null, row.get(name)));
        }
        UUID key = (UUID) java.util.Objects.requireNonNull(row.get("id"));
        return new RowChange(table.name(), scope, RowChange.Op.INSERT, key, columns);
    }
}
