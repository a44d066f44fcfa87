package org.eventops.launcher.sync.real;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eventops.domain.change.replica.Rows.Taken;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.domain.change.replica.SyncedTables.Column;
import org.eventops.domain.sync.SyncedRows;
import org.eventops.sync.sim.Editing;
import org.eventops.sync.sim.Key;
import org.eventops.sync.sim.Row;
import org.jspecify.annotations.Nullable;

/** A person's work on the real rows. What a history leaves out and must be there is added. */
final class RealEditing implements Editing {
    private static final OffsetDateTime SOME_DAY =
            OffsetDateTime.of(2026, 11, 21, 20, 0, 0, 0, ZoneOffset.UTC);

    /** More than half of what makes a mutation a large one, in eight rows. */
    private static final String BULK = "x".repeat(40 << 10);

    private final SyncedRows rows;
    private final Map<Key, Map<String, @Nullable Object>> before;
    private final boolean large;

    /**
     * @param before all rows as they stood when the transaction began
     */
    RealEditing(SyncedRows rows, Map<Key, Map<String, @Nullable Object>> before, boolean large) {
        this.rows = rows;
        this.before = before;
        this.large = large;
    }

    @Override
    public @Nullable Map<String, @Nullable Object> row(Key key) {
        return rows.row(key.table(), key.id()).map(Row::of).orElse(null);
    }

    @Override
    public boolean free(String table, Map<String, @Nullable Object> columns) {
        return Row.holder(before, table, columns) == null;
    }

    @Override
    public void insert(String table, Map<String, @Nullable Object> columns) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(columns);
        for (Column column : SyncedTables.of(table).columns()) {
            if (!column.optional() && row.get(column.name()) == null) {
                row.put(column.name(), something(column));
            }
        }
        if (table.equals("product")) {
            row.put("quantity", 4);
        }
        if (large && table.equals("ticket")) {
            row.put("answers", BULK);
        }
        rows.insert(table, row);
    }

    private static Object something(Column column) {
        return switch (column.type()) {
            case TEXT -> "x";
            case UUID -> throw new IllegalArgumentException("whose? " + column);
            case INT -> 1;
            case LONG -> 1L;
            case BOOL -> false;
            case TIME -> SOME_DAY;
            case DECIMAL -> BigDecimal.TEN;
        };
    }

    @Override
    public void update(Key key, Map<String, @Nullable Object> columns) {
        Map<String, @Nullable Object> changed = new HashMap<>(columns);
        for (Column column : SyncedTables.of(key.table()).columns()) {
            if (!column.optional() && changed.get(column.name()) == null) {
                changed.remove(column.name());
            }
        }
        if (!changed.isEmpty() && !rows.update(key.table(), key.id(), changed)) {
            throw new IllegalStateException("not there: " + key);
        }
    }

    @Override
    public boolean delete(Key key) {
        try {
            return rows.delete(key.table(), key.id());
        } catch (Taken referred) {
            return false;
        }
    }

    /** A column's type keeps nonsense out of a real store; a year that no hub takes goes in. */
    @Override
    public void nonsense(String table, UUID id, String column, Object value) {
        Objects.requireNonNull(row(new Key(table, id)));
        rows.update(table, id, Map.of("valid_until", SOME_DAY.withYear(12_000)));
    }
}
