package org.eventops.persistence.replica;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.persistence.capture.Machinery;
import org.jspecify.annotations.Nullable;

/** How far each scope was followed; the table's rows are also held in memory. */
final class CursorTable {
    private static final String ALL =
            "SELECT id, epoch, seq, mark, loading_table, loading_after, loading_from,"
                    + " loading_whole, loaded, loading_mark FROM sync_cursor";

    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

    /**
     * @param loaded number of the last transaction whose rows of this scope stand in the database
     *     alone, 0 for none
     */
    record Kept(Cursor cursor, long loaded) {
        /** Whether chunks of it are still to come. */
        boolean loading() {
            Cursor.Loading loading = cursor.loading();
            return loading != null && !loading.table().isEmpty();
        }
    }

    void read(Statements statements) throws SQLException {
        for (Kept each : statements.query(ALL, List.of(), CursorTable::kept)) {
            kept.put(each.cursor().scope(), each);
        }
    }

    private static Kept kept(ResultSet row) throws SQLException {
        String table = row.getString(5);
        Cursor.Loading loading =
                table == null
                        ? null
                        : new Cursor.Loading(
                                table,
                                row.getObject(6, UUID.class),
                                row.getLong(7),
                                row.getLong(8),
                                row.getObject(10, UUID.class));
        Cursor cursor =
                new Cursor(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        row.getLong(3),
                        row.getObject(4, UUID.class),
                        loading);
        return new Kept(cursor, row.getLong(9));
    }

    List<Cursor> cursors() {
        return kept.values().stream().map(Kept::cursor).toList();
    }

    Optional<Kept> find(UUID scope) {
        return Optional.ofNullable(kept.get(scope));
    }

    /** The sequence number up to which a scope was followed, 0 where it was not. */
    long followed(UUID scope) {
        Kept known = kept.get(scope);
        return known == null ? 0 : known.cursor().seq();
    }

    /** The last transaction whose rows stand in the database alone. */
    long loaded() {
        return kept.values().stream().mapToLong(Kept::loaded).max().orElse(0);
    }

    boolean loading() {
        return kept.values().stream().anyMatch(Kept::loading);
    }

    /** In memory only; null takes it out. */
    void restore(UUID scope, @Nullable Kept value) {
        if (value == null) {
            kept.remove(scope);
        } else {
            kept.put(scope, value);
        }
    }

    /**
     * The row for it.
     *
     * @param number of the transaction that writes it
     */
    static RowChange row(Kept kept, long number) {
        Cursor cursor = kept.cursor();
        Cursor.Loading loading = cursor.loading();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("epoch", cursor.epoch());
        row.put("seq", cursor.seq());
        row.put("mark", cursor.mark());
        row.put("loading_table", loading == null ? null : loading.table());
        row.put("loading_after", loading == null ? null : loading.after());
        row.put("loading_from", loading == null ? null : loading.from());
        row.put("loading_whole", loading == null ? null : loading.whole());
        row.put("loading_mark", loading == null ? null : loading.mark());
        row.put("number", number);
        row.put("loaded", kept.loaded());
        return Machinery.put(Machinery.CURSOR, cursor.scope(), row);
    }
}
