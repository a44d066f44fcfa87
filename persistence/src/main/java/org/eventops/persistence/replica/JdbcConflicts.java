package org.eventops.persistence.replica;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.sync.Conflict;
import org.eventops.domain.sync.ConflictRepository;
import org.eventops.persistence.hibernate.HibernateTransactions;
import org.jspecify.annotations.Nullable;

/** The conflicts that the hub has sent; settling one is an ordinary change of its row. */
public final class JdbcConflicts implements ConflictRepository {
    private static final String COLUMNS =
            "SELECT id, scope, kind, what, table_name, row_id, field, loser, loser_device, loser_at,"
                    + " winner, winner_device, winner_at, raised, resolved, resolved_by, taken"
                    + " FROM conflict ";

    private final HibernateTransactions transactions;
    private final JdbcSyncedRows rows;

    public JdbcConflicts(HibernateTransactions transactions, JdbcSyncedRows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    @Override
    public List<Conflict> list(Query query) {
        StringBuilder where = new StringBuilder("WHERE TRUE");
        List<Object> values = new ArrayList<>();
        if (!query.resolvedToo()) {
            where.append(" AND resolved IS NULL");
        }
        if (!query.kinds().isEmpty()) {
            where.append(" AND kind = ANY(?)");
            values.add(query.kinds().stream().map(Enum::name).toArray(String[]::new));
        }
        Optional.ofNullable(query.scope())
                .ifPresent(
                        scope -> {
                            where.append(" AND scope = ?");
                            values.add(scope);
                        });
        where.append(
                " ORDER BY CASE WHEN resolved IS NULL THEN 0 ELSE 1 END, raised DESC, id DESC"
                        + " FETCH FIRST ? ROWS ONLY");
        values.add(query.most());
        return query(COLUMNS + where, values, JdbcConflicts::conflict);
    }

    @Override
    public int open() {
        String count = "SELECT COUNT(*) FROM conflict WHERE resolved IS NULL";
        return query(count, List.of(), row -> row.getInt(1)).getFirst();
    }

    @Override
    public Optional<Conflict> find(UUID id) {
        return query(COLUMNS + "WHERE id = ?", List.of(id), JdbcConflicts::conflict).stream()
                .findFirst();
    }

    @Override
    public void resolve(UUID id, Instant at, String by, String taken) {
        settled(id, at.atOffset(ZoneOffset.UTC), by, taken);
    }

    @Override
    public void reopen(UUID id) {
        settled(id, null, null, null);
    }

    private void settled(
            UUID id, @Nullable OffsetDateTime at, @Nullable String by, @Nullable String taken) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("resolved", at);
        columns.put("resolved_by", by);
        columns.put("taken", taken);
        rows.update("conflict", id, columns);
    }

    private <T> List<T> query(String sql, List<Object> values, Statements.RowReader<T> reader) {
        return transactions.sql(
                connection -> {
                    try (Statements statements = Statements.borrowing(connection)) {
                        return statements.query(sql, values, reader);
                    }
                });
    }

    private static Conflict conflict(ResultSet row) throws SQLException {
        return new Conflict(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Conflict.Kind.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getString(7),
                new Conflict.Side(row.getString(8), row.getString(9), instant(row, 10)),
                new Conflict.Side(row.getString(11), row.getString(12), instant(row, 13)),
                row.getObject(14, OffsetDateTime.class).toInstant(),
                instant(row, 15),
                row.getString(16),
                row.getString(17));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
