package org.eventops.persistence.replica;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eventops.domain.change.replica.SyncedTables;
import org.jspecify.annotations.Nullable;

/**
 * SQL for the rows of one synced table.
 *
 * @param names of the columns, in the order of {@link SyncedTables}
 */
record TableSql(SyncedTables.Table table, List<String> names, List<Reference> children) {
    private static final Map<String, TableSql> ALL =
            SyncedTables.inOrder().stream()
                    .map(TableSql::make)
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    sql -> sql.table().name(), Function.identity()));

    /** A column of another table that holds ids of this one. */
    record Reference(String table, String column) {}

    /**
     * @throws IllegalArgumentException if no such table is synced
     */
    static TableSql of(String table) {
        TableSql known = ALL.get(table);
        if (known == null) {
            throw new IllegalArgumentException("not a synced table: " + table);
        }
        return known;
    }

    private static TableSql make(SyncedTables.Table table) {
        List<Reference> children = new ArrayList<>();
        for (SyncedTables.Table other : SyncedTables.inOrder()) {
            new TreeMap<>(other.references())
                    .forEach(
                            (column, to) -> {
                                if (to.equals(table.name())) {
                                    children.add(new Reference(other.name(), column));
                                }
                            });
        }
        List<String> names = table.columns().stream().map(SyncedTables.Column::name).toList();
        return new TableSql(table, names, List.copyOf(children));
    }

    String name() {
        return table.name();
    }

    String list() {
        return String.join(", ", names);
    }

    private String places() {
        return String.join(", ", Collections.nCopies(names.size(), "?"));
    }

    String select() {
        return "SELECT %s FROM %s WHERE id = ?".formatted(list(), name());
    }

    String ofScope() {
        return "SELECT %s FROM %s WHERE scope = ?".formatted(list(), name());
    }

    String insert() {
        return "INSERT INTO %s (%s) VALUES (%s)".formatted(name(), list(), places());
    }

    String merge() {
        return "MERGE INTO %s (%s) KEY (id) VALUES (%s)".formatted(name(), list(), places());
    }

    String delete() {
        return "DELETE FROM %s WHERE id = ?".formatted(name());
    }

    String update(List<String> columns) {
        return "UPDATE %s SET %s = ? WHERE id = ?"
                .formatted(name(), String.join(" = ?, ", columns));
    }

    /** Who holds the natural key, with the tenant before its columns. */
    String holder() {
        return "SELECT id FROM %s WHERE tenant = ? AND %s = ?"
                .formatted(name(), String.join(" = ? AND ", table.naturalKey()));
    }

    /** The values of a row in the order of the columns. */
    List<@Nullable Object> values(Map<String, @Nullable Object> row) {
        List<@Nullable Object> values = new ArrayList<>(names.size());
        names.forEach(name -> values.add(row.get(name)));
        return values;
    }

    /** The row of a query for {@link #list}. */
    Map<String, @Nullable Object> row(ResultSet columns) throws SQLException {
        Map<String, @Nullable Object> row = LinkedHashMap.newLinkedHashMap(names.size());
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), columns.getObject(i + 1));
        }
        return row;
    }
}
