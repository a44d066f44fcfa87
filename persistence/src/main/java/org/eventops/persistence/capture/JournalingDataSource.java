package org.eventops.persistence.capture;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The store's one data source: its connections commit through the mutation log. */
public final class JournalingDataSource implements DataSource {
    private static final Set<String> CLOSING = Set.of("close", "abort");

    private final DataSource database;
    private final MutationLog log;
    private final DiskRoom room;

    public JournalingDataSource(DataSource database, MutationLog log, DiskRoom room) {
        this.database = database;
        this.log = log;
        this.room = room;
    }

    @Override
    public Connection getConnection() throws SQLException {
        room.working();
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        CapturePlace place = MutationLog.begin(connection);
        return (Connection)
                Proxy.newProxyInstance(
                        JournalingDataSource.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> call(connection, place, method, arguments));
    }

    private @Nullable Object call(
            Connection connection, CapturePlace place, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (CLOSING.contains(method.getName()) && room.isGivenUp()) {
            // It would be taken back first, for which one might wait for ever.
            return null;
        }
        room.working();
        switch (method.getName()) {
            case "commit" -> {
                log.commit(connection, place);
                return null;
            }
            case "setAutoCommit" -> {
                if ((boolean) Objects.requireNonNull(arguments)[0]) {
                    // Statements would commit one by one, past the journal.
                    throw new SQLFeatureNotSupportedException("auto-commit");
                }
                return null;
            }
            default -> {
                try {
                    return method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause() == null ? e : e.getCause();
                }
            }
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("one user only");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return database.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) throws SQLException {
        database.setLogWriter(writer);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        database.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return database.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return database.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return database.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return database.isWrapperFor(type);
    }
}
