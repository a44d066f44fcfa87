package org.eventops.persistence.replica;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eventops.domain.change.replica.Rows;
import org.eventops.domain.change.replica.SyncedTables;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a scope beside those in use, in temporary tables of the one connection: they outlast the
 * transaction, but not the program.
 */
final class StagedRows implements Rows.Staging {
    private static final int BATCH = 500;

    private final StoreFailure failure;
    private final Statements statements;
    private final UUID scope;
    private final UUID tenant;
    private final Consumer<UUID> swapped;

    StagedRows(
            StoreFailure failure,
            Statements statements,
            UUID scope,
            UUID tenant,
            Consumer<UUID> swapped) {
        this.failure = failure;
        this.statements = statements;
        this.scope = scope;
        this.tenant = tenant;
        this.swapped = swapped;
    }

    private static String stage(TableSql table) {
        return "stage_" + table.name();
    }

    @Override
    public void insertAll(String table, List<Map<String, @Nullable Object>> rows) {
        failure.watch(
                () -> {
                    insert(TableSql.of(table), rows);
                    return true;
                });
    }

    private void insert(TableSql table, List<Map<String, @Nullable Object>> rows)
            throws SQLException {
        make(table);
        String sql = table.merge().replace("INTO " + table.name(), "INTO " + stage(table));
        PreparedStatement insert = statements.of(sql);
        for (int from = 0; from < rows.size(); from += BATCH) {
            for (Map<String, @Nullable Object> row :
                    rows.subList(from, Math.min(rows.size(), from + BATCH))) {
                Map<String, @Nullable Object> whole = new HashMap<>(row);
                whole.putIfAbsent("tenant", tenant);
                Statements.with(insert, table.values(whole)).addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Transactional ones do not commit what is under way. */
    private void make(TableSql table) throws SQLException {
        String columns =
                table.table().columns().stream()
                        .map(column -> column.name() + " " + type(column))
                        .collect(Collectors.joining(", "));
        try (Statement create = statements.connection().createStatement()) {
            create.execute(
                    "CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS %s (%s) TRANSACTIONAL"
                            .formatted(stage(table), columns));
        }
    }

    private static String type(SyncedTables.Column column) {
        return switch (column.type()) {
            case TEXT -> "VARCHAR(1000000)";
            case UUID -> column.name().equals("id") ? "UUID PRIMARY KEY" : "UUID";
            case INT -> "INTEGER";
            case LONG -> "BIGINT";
            case BOOL -> "BOOLEAN";
            case TIME -> "TIMESTAMP(6) WITH TIME ZONE";
            case DECIMAL -> "DECIMAL(20, 6)";
        };
    }

    @Override
    public void swapIn() {
        failure.watch(
                () -> {
                    Savepoint before = statements.connection().setSavepoint();
                    try {
                        swap();
                    } catch (SQLIntegrityConstraintViolationException e) {
                        statements.connection().rollback(before);
                        throw new Rows.Taken("what was gathered does not fit");
                    }
                    swapped.accept(scope);
                    return true;
                });
    }

    private void swap() throws SQLException {
        for (SyncedTables.Table each : SyncedTables.inOrder().reversed()) {
            TableSql table = TableSql.of(each.name());
            make(table);
            Stream<String> placing =
                    Stream.concat(each.naturalKey().stream(), each.references().keySet().stream());
            statements.update(
                    "DELETE FROM %s t WHERE scope = ? AND NOT EXISTS (%s)"
                            .formatted(table.name(), same(stage(table), placing.toList())),
                    List.of(scope));
        }
        for (SyncedTables.Table each : SyncedTables.inOrder()) {
            TableSql table = TableSql.of(each.name());
            statements.update(
                    "MERGE INTO %s (%s) KEY (id) SELECT %s FROM %s t WHERE scope = ?"
                                    .formatted(
                                            table.name(), table.list(), table.list(), stage(table))
                            + " AND NOT EXISTS (%s)".formatted(same(table.name(), table.names())),
                    List.of(scope));
        }
        empty();
    }

    /** A row of the other table with the same id whose columns are all the same as those of t. */
    private static String same(String other, List<String> columns) {
        List<String> terms = new ArrayList<>(List.of("o.id = t.id"));
        columns.forEach(name -> terms.add("o.%s IS NOT DISTINCT FROM t.%s".formatted(name, name)));
        return "SELECT 1 FROM %s o WHERE %s".formatted(other, String.join(" AND ", terms));
    }

    @Override
    public void clear() {
        failure.watch(
                () -> {
                    empty();
                    return true;
                });
    }

    private void empty() throws SQLException {
        for (SyncedTables.Table each : SyncedTables.inOrder()) {
            TableSql table = TableSql.of(each.name());
            make(table);
            statements.update(
                    "DELETE FROM %s WHERE scope = ?".formatted(stage(table)), List.of(scope));
        }
    }
}
