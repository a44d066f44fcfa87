package org.eventops.sync.hub;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.eventops.sync.server.HubAccess;

/** Opens sessions at the hub; every wait has an end. */
final class PgConnections {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private PgConnections() {}

    /**
     * @param answer how long an answer may take before the link is taken for dead
     * @param own sessions of the same purpose, which this one follows
     */
    static Connection open(HubAccess access, Duration answer, OwnSessions own) throws SQLException {
        Connection opened = open(access, answer);
        try {
            own.begun(opened);
            return opened;
        } catch (SQLException e) {
            opened.close();
            throw e;
        }
    }

    /**
     * @param answer how long an answer may take before the link is taken for dead
     */
    static Connection open(HubAccess access, Duration answer) throws SQLException {
        Properties how = access.hub().properties(access.login().role(), access.login().secret());
        how.setProperty("connectTimeout", seconds(CONNECT));
        how.setProperty("loginTimeout", seconds(CONNECT.multipliedBy(2)));
        how.setProperty("socketTimeout", seconds(answer));
        how.setProperty("socketFactory", SteadySockets.class.getName());
        how.setProperty("tcpKeepAlive", "true");
        how.setProperty("prepareThreshold", "1");
        return DriverManager.getConnection(access.hub().jdbcUrl(), how);
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }
}
