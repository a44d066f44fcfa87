package org.eventops.persistence.privacy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eventops.persistence.hibernate.HibernateTransactions;
import org.jspecify.annotations.Nullable;

/** Plain statements in the transaction that this thread is in. */
record Sql(HibernateTransactions transactions) {
    private static final int FETCH = 1000;

    /** What to do with each row. */
    interface EachRow {
        void row(ResultSet columns) throws SQLException;
    }

    /** Makes something of a row. */
    interface RowReader<T> {
        T row(ResultSet columns) throws SQLException;
    }

    void each(String sql, List<? extends @Nullable Object> values, EachRow reader) {
        transactions.sql(
                connection -> {
                    try (PreparedStatement query = connection.prepareStatement(sql)) {
                        query.setFetchSize(FETCH);
                        fill(query, values);
                        try (ResultSet rows = query.executeQuery()) {
                            while (rows.next()) {
                                reader.row(rows);
                            }
                        }
                        return true;
                    }
                });
    }

    <T> List<T> query(String sql, List<? extends @Nullable Object> values, RowReader<T> reader) {
        List<T> found = new ArrayList<>();
        each(sql, values, row -> found.add(reader.row(row)));
        return found;
    }

    int update(String sql, List<? extends @Nullable Object> values) {
        return transactions.sql(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        fill(statement, values);
                        return statement.executeUpdate();
                    }
                });
    }

    /** The statement once for each key, which comes after the values; how many rows changed. */
    int updateEach(String sql, List<? extends @Nullable Object> values, Collection<UUID> keys) {
        return transactions.sql(
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(sql)) {
                        fill(statement, values);
                        int changed = 0;
                        for (UUID key : keys) {
                            statement.setObject(values.size() + 1, key);
                            changed += statement.executeUpdate();
                        }
                        return changed;
                    }
                });
    }

    private static void fill(PreparedStatement statement, List<? extends @Nullable Object> values)
            throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            statement.setObject(
                    i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
    }

    static UUID uuid(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** As the domain has it: moments without an offset. */
    static @Nullable Object value(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        return value instanceof OffsetDateTime at ? at.toInstant() : value;
    }
}
