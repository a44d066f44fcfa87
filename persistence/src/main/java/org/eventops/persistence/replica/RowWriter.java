package org.eventops.persistence.replica;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.Rows;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Writes single rows of synced tables, and records what it did. */
final class RowWriter {
    private static final int BATCH = 500;
    private static final int ASKED = 32;

    private final Statements statements;
    private final Recorded recorded;

    RowWriter(Statements statements, Recorded recorded) {
        this.statements = statements;
        this.recorded = recorded;
    }

    Optional<Map<String, @Nullable Object>> row(TableSql table, UUID key) throws SQLException {
        return statements.query(table.select(), List.of(key), table::row).stream().findFirst();
    }

    void put(TableSql table, Map<String, @Nullable Object> row) throws SQLException {
        UUID key = (UUID) Objects.requireNonNull(row.get("id"));
        UUID scope = (UUID) Objects.requireNonNull(row.get("scope"), "a row without a scope");
        checkReferences(table, row);
        if (table.name().equals("scan") || table.name().equals("scan_undo")) {
            Optional<Map<String, @Nullable Object>> before = row(table, key);
            if (before.isPresent() && same(before.get(), row)) {
                return;
            }
            before.ifPresent(unused -> recorded.rewritten(table.name(), scope));
        }
        try {
            statements.update(table.merge(), table.values(row));
        } catch (SQLIntegrityConstraintViolationException e) {
            throw taken(table, e);
        }
        recorded.change(Recorded.whole(table, scope, row));
    }

    private static boolean same(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> row) {
        return before.entrySet().stream()
                .allMatch(each -> Objects.equals(each.getValue(), row.get(each.getKey())));
    }

    /**
     * @return false if one of them was refused: then none was inserted
     */
    boolean insertAll(TableSql table, List<Map<String, @Nullable Object>> rows)
            throws SQLException {
        if (!parentsAreThere(table, rows)) {
            return false;
        }
        Connection connection = statements.connection();
        Savepoint before = connection.setSavepoint();
        PreparedStatement insert = statements.of(table.insert());
        try {
            for (int from = 0; from < rows.size(); from += BATCH) {
                for (Map<String, @Nullable Object> row :
                        rows.subList(from, Math.min(rows.size(), from + BATCH))) {
                    Statements.with(insert, table.values(row)).addBatch();
                }
                insert.executeBatch();
            }
        } catch (BatchUpdateException e) {
            connection.rollback(before);
            if (isTaken(e)) {
                return false;
            }
            throw e;
        }
        recorded.inserted(table, rows);
        return true;
    }

    private boolean parentsAreThere(TableSql table, List<Map<String, @Nullable Object>> rows)
            throws SQLException {
        for (Map.Entry<String, String> reference : table.table().references().entrySet()) {
            if (held(reference.getValue())) {
                List<Object> parents =
                        rows.stream()
                                .<@Nullable Object>map(row -> row.get(reference.getKey()))
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList();
                if (!areThere(reference.getValue(), parents)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A few at a time: H2 compares each row it finds with each of them. */
    private boolean areThere(String table, List<Object> keys) throws SQLException {
        String sql = "SELECT COUNT(*) FROM %s WHERE id = ANY(?)".formatted(table);
        for (int from = 0; from < keys.size(); from += ASKED) {
            Object[] some = keys.subList(from, Math.min(keys.size(), from + ASKED)).toArray();
            int found =
                    statements
                            .query(sql, Collections.singletonList(some), row -> row.getInt(1))
                            .getFirst();
            if (found < some.length) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTaken(SQLException failure) {
        for (SQLException each = failure; each != null; each = each.getNextException()) {
            if (each instanceof SQLIntegrityConstraintViolationException
                    || each.getErrorCode() == ErrorCode.DUPLICATE_KEY_1) {
                return true;
            }
        }
        return false;
    }

    /** Adds a row that was not there. */
    boolean insert(TableSql table, Map<String, @Nullable Object> row) throws SQLException {
        checkReferences(table, row);
        try {
            return statements.update(table.insert(), table.values(row)) > 0;
        } catch (SQLIntegrityConstraintViolationException e) {
            throw taken(table, e);
        }
    }

    /** False if the row is not there. */
    boolean update(TableSql table, UUID key, Map<String, @Nullable Object> columns)
            throws SQLException {
        Map<String, @Nullable Object> known = new LinkedHashMap<>(columns);
        known.keySet().retainAll(table.names());
        Optional<UUID> scope = scope(table, key);
        if (known.isEmpty() || scope.isEmpty()) {
            return scope.isPresent();
        }
        checkReferences(table, known);
        List<String> names = List.copyOf(known.keySet());
        List<@Nullable Object> values = new ArrayList<>(known.values());
        values.add(key);
        try {
            statements.update(table.update(names), values);
        } catch (SQLIntegrityConstraintViolationException e) {
            throw taken(table, e);
        }
        recorded.change(updated(table, scope.get(), key, known));
        recorded.rewritten(table.name(), scope.get());
        return true;
    }

    private static RowChange updated(
            TableSql table, UUID scope, UUID key, Map<String, @Nullable Object> columns) {
        List<RowChange.Column> changed = new ArrayList<>();
        columns.forEach((name, value) -> changed.add(new RowChange.Column(name, null, value)));
        return new RowChange(table.name(), scope, RowChange.Op.UPDATE, key, changed);
    }

    /** False if the row is not there. */
    boolean delete(TableSql table, UUID key) throws SQLException {
        Optional<UUID> scope = scope(table, key);
        if (scope.isEmpty()) {
            return false;
        }
        for (TableSql.Reference child : table.children()) {
            if (held(table.name()) && !children(child, key, 1).isEmpty()) {
                throw new Rows.Taken(table.name() + " is referred to by " + child.table());
            }
        }
        statements.update(table.delete(), List.of(key));
        recorded.change(
                new RowChange(table.name(), scope.get(), RowChange.Op.DELETE, key, List.of()));
        recorded.rewritten(table.name(), scope.get());
        return true;
    }

    /** Who holds the natural key that these columns make, with the tenant among them. */
    Optional<UUID> holder(TableSql table, Map<String, @Nullable Object> columns)
            throws SQLException {
        List<Object> values = new ArrayList<>();
        Optional.ofNullable(columns.get("tenant")).ifPresent(values::add);
        for (String name : table.table().naturalKey()) {
            Optional.ofNullable(columns.get(name)).ifPresent(values::add);
        }
        if (table.table().naturalKey().isEmpty()
                || values.size() <= table.table().naturalKey().size()) {
            return Optional.empty();
        }
        return statements
                .query(table.holder(), values, row -> row.getObject(1, UUID.class))
                .stream()
                .findFirst();
    }

    /** What refers to one row refers to the other; the first is gone. */
    void rekey(TableSql table, UUID from, UUID to) throws SQLException {
        Savepoint before = statements.connection().setSavepoint();
        int place = recorded.place();
        try {
            for (TableSql.Reference child : table.children()) {
                TableSql other = TableSql.of(child.table());
                for (UUID each : children(child, from, Integer.MAX_VALUE)) {
                    change(other, each, Map.of(child.column(), to));
                }
            }
            delete(table, from);
        } catch (Rows.Taken e) {
            statements.connection().rollback(before);
            recorded.backTo(place);
            throw e;
        }
    }

    /** As {@link #update}, but the reference may be to a row that is yet to come. */
    private void change(TableSql table, UUID key, Map<String, UUID> columns) throws SQLException {
        Optional<UUID> scope = scope(table, key);
        if (scope.isEmpty()) {
            return;
        }
        List<@Nullable Object> values = new ArrayList<>(columns.values());
        values.add(key);
        try {
            statements.update(table.update(List.copyOf(columns.keySet())), values);
        } catch (SQLIntegrityConstraintViolationException e) {
            throw taken(table, e);
        }
        recorded.change(updated(table, scope.get(), key, new HashMap<>(columns)));
        recorded.rewritten(table.name(), scope.get());
    }

    private List<UUID> children(TableSql.Reference child, UUID key, int most) throws SQLException {
        return statements.query(
                "SELECT id FROM %s WHERE %s = ? FETCH FIRST %d ROWS ONLY"
                        .formatted(child.table(), child.column(), most),
                List.of(key),
                row -> row.getObject(1, UUID.class));
    }

    private Optional<UUID> scope(TableSql table, UUID key) throws SQLException {
        return statements
                .query(
                        "SELECT scope FROM " + table.name() + " WHERE id = ?",
                        List.of(key),
                        row -> row.getObject(1, UUID.class))
                .stream()
                .findFirst();
    }

    private void checkReferences(TableSql table, Map<String, @Nullable Object> columns)
            throws SQLException {
        for (Map.Entry<String, String> reference : table.table().references().entrySet()) {
            if (held(reference.getValue())
                    && columns.get(reference.getKey()) instanceof UUID parent
                    && scope(TableSql.of(reference.getValue()), parent).isEmpty()) {
                throw new Rows.Taken(table.name() + " refers to a missing " + reference.getValue());
            }
        }
    }

    /**
     * Of all references the store holds only a ticket's to its order; a scan outlives what it
     * refers to.
     */
    private static boolean held(String parent) {
        return parent.equals("ticket_order");
    }

    private static Rows.Taken taken(
            TableSql table, SQLIntegrityConstraintViolationException failure)
            throws SQLIntegrityConstraintViolationException {
        if (failure.getErrorCode() != ErrorCode.DUPLICATE_KEY_1) {
            throw failure;
        }
        return new Rows.Taken("a unique key of " + table.name());
    }
}
