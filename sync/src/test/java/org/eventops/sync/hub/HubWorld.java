package org.eventops.sync.hub;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.server.HubAccess;
import org.eventops.sync.server.HubOperator;
import org.eventops.sync.server.HubOperator.Tenant;
import org.eventops.sync.server.HubServer;
import org.eventops.sync.server.OperatorProblem;
import org.eventops.sync.server.OperatorUrl;
import org.jspecify.annotations.Nullable;

/** A hub of its own with one organisation; devices are let in as an operator does. */
public final class HubWorld implements AutoCloseable {
    private final OperatorUrl url = HubServer.running().prepared();
    private final HubOperator operator;
    private final Tenant tenant;

    public HubWorld() {
        try {
            operator = HubOperator.at(url, new SecureRandom());
            operator.init();
            tenant = operator.addTenant("Teatro Ñandú");
        } catch (OperatorProblem e) {
            throw new IllegalStateException(e);
        }
    }

    public Tenant tenant() {
        return tenant;
    }

    /**
     * @param events slugs, none for all
     */
    public HubAccess enroll(String name, String role, String... events) {
        return enroll(tenant, name, role, events);
    }

    public HubAccess enroll(Tenant of, String name, String role, String... events) {
        try {
            return operator.enroll(of, name, role, List.of(events)).access();
        } catch (OperatorProblem e) {
            throw new IllegalStateException(e);
        }
    }

    public Tenant addTenant(String name) {
        try {
            return operator.addTenant(name);
        } catch (OperatorProblem e) {
            throw new IllegalStateException(e);
        }
    }

    public void revoke(String name) {
        try {
            operator.revoke(tenant, name);
        } catch (OperatorProblem e) {
            throw new IllegalStateException(e);
        }
    }

    /** Connected, and known by its hello. */
    public Console console(String name, String role, String... events) {
        return connected(enroll(name, role, events));
    }

    public static Console connected(HubAccess access) {
        try {
            Hub hub = new PgConnector(() -> access).connect();
            Hub.Welcome welcome = hub.hello(new Hub.Hello(Hub.PROTOCOL, "tests", null));
            return new Console(hub, access, welcome);
        } catch (HubProblem e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the operator, who sees everything; the first value of the first row. */
    public @Nullable String asked(String sql) {
        try (Connection connection = operatorConnection();
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return null;
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? rows.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the server's own administrator. */
    public void endSessions(String role) {
        try {
            HubServer.running()
                    .asSuperuser(
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename ="
                                    + " '"
                                    + role
                                    + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Connection operatorConnection() throws SQLException {
        return HubServer.running().as(url);
    }

    @Override
    public void close() {
        try {
            operator.close();
        } catch (OperatorProblem e) {
            throw new IllegalStateException(e);
        }
    }
}
