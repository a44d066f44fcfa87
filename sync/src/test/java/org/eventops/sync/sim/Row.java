package org.eventops.sync.sim;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eventops.domain.change.replica.SyncedTables;
import org.jspecify.annotations.Nullable;

/** Rows as maps that never change. */
public final class Row {
    private Row() {}

    /** Without what is null; decimals without trailing zeros. */
    public static Map<String, @Nullable Object> of(
            Map<String, ? extends @Nullable Object> columns) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        columns.forEach(
                (name, value) -> {
                    if (value != null) {
                        boolean decimal = value instanceof BigDecimal;
                        row.put(name, decimal ? ((BigDecimal) value).stripTrailingZeros() : value);
                    }
                });
        return Collections.unmodifiableMap(row);
    }

    static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> row, Map<String, ? extends @Nullable Object> columns) {
        Map<String, @Nullable Object> next = new LinkedHashMap<>(row);
        next.putAll(columns);
        return of(next);
    }

    public static UUID id(Map<String, @Nullable Object> row) {
        return (UUID) Objects.requireNonNull(row.get("id"));
    }

    public static UUID scope(Map<String, @Nullable Object> row) {
        return (UUID) Objects.requireNonNull(row.get("scope"));
    }

    static String text(Map<String, @Nullable Object> row, String column) {
        return (String) Objects.requireNonNull(row.get(column), column);
    }

    static boolean is(Map<String, @Nullable Object> row, String column) {
        return Boolean.TRUE.equals(row.get(column));
    }

    static boolean sameNaturalKey(
            String table, Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
        var names = SyncedTables.of(table).naturalKey();
        return !names.isEmpty()
                && names.stream()
                        .allMatch(
                                name ->
                                        one.get(name) != null
                                                && Objects.equals(one.get(name), other.get(name)));
    }

    public static @Nullable UUID holder(
            Map<Key, Map<String, @Nullable Object>> rows,
            String table,
            Map<String, @Nullable Object> columns) {
        if (SyncedTables.of(table).naturalKey().isEmpty()) {
            return null;
        }
        for (Map.Entry<Key, Map<String, @Nullable Object>> row : rows.entrySet()) {
            if (row.getKey().table().equals(table)
                    && sameNaturalKey(table, row.getValue(), columns)) {
                return row.getKey().id();
            }
        }
        return null;
    }
}
