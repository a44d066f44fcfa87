package org.eventops.persistence.replica;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The statements of one connection, each prepared once. For one thread at a time. */
final class Statements implements AutoCloseable {
    private static final int FETCH = 1000;

    private final Connection connection;
    private final boolean own;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** Closes the connection when it is closed itself. */
    Statements(Connection connection) {
        this(connection, true);
    }

    private Statements(Connection connection, boolean own) {
        this.connection = connection;
        this.own = own;
    }

    /** Leaves the connection open. */
    static Statements borrowing(Connection connection) {
        return new Statements(connection, false);
    }

    /** Makes something of a row. */
    interface RowReader<T> {
        T row(ResultSet columns) throws SQLException;
    }

    Connection connection() {
        return connection;
    }

    PreparedStatement of(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    /** How many rows it changed. */
    int update(String sql, List<? extends @Nullable Object> values) throws SQLException {
        return with(of(sql), values).executeUpdate();
    }

    <T> List<T> query(String sql, List<? extends @Nullable Object> values, RowReader<T> reader)
            throws SQLException {
        List<T> found = new ArrayList<>();
        try (ResultSet rows = with(of(sql), values).executeQuery()) {
            while (rows.next()) {
                found.add(reader.row(rows));
            }
        }
        return found;
    }

    /** What to do with each row. */
    interface EachRow {
        void row(ResultSet columns) throws SQLException;
    }

    /** As {@link #query}, for more rows than are to be held. */
    void each(String sql, List<? extends @Nullable Object> values, EachRow reader)
            throws SQLException {
        PreparedStatement query = of(sql);
        query.setFetchSize(FETCH);
        try (ResultSet rows = with(query, values).executeQuery()) {
            while (rows.next()) {
                reader.row(rows);
            }
        }
    }

    /** The rows one by one as they are asked for; all of them must be, or the connection closed. */
    <T> Iterator<T> stream(String sql, StoreFailure failure, RowReader<T> reader)
            throws SQLException {
        PreparedStatement query = of(sql);
        query.setFetchSize(FETCH);
        ResultSet rows = query.executeQuery();
        boolean first = rows.next();
        return new Iterator<>() {
            private boolean there = first;

            @Override
            public boolean hasNext() {
                return there;
            }

            @Override
            public T next() {
                if (!there) {
                    throw new NoSuchElementException();
                }
                return failure.watch(
                        () -> {
                            T value = reader.row(rows);
                            there = rows.next();
                            return value;
                        });
            }
        };
    }

    static PreparedStatement with(
            PreparedStatement statement, List<? extends @Nullable Object> values)
            throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        if (own) {
            connection.close();
        }
    }
}
