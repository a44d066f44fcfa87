package org.eventops.sync.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.eventops.sync.server.OperatorProblem.Kind;
import org.flywaydb.core.api.FlywayException;

/** The hub's schema, step by step; {@code afterMigrate.sql} lays the rights each time. */
final class HubMigrations {
    private HubMigrations() {}

    static int bring(OperatorUrl url, Connection connection) throws OperatorProblem {
        checkRights(url, connection);
        try {
            return HubSchema.migrate(new OperatorDataSource(url));
        } catch (FlywayException e) {
            throw problem(e, url);
        }
    }

    private static OperatorProblem problem(FlywayException e, OperatorUrl url) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql) {
                return OperatorSql.problem(sql, url);
            }
        }
        return new OperatorProblem(
                Kind.FAILED, Objects.toString(e.getMessage()).lines().findFirst().orElse(""), e);
    }

    /** Said beforehand, because PostgreSQL's own words name a symptom. */
    private static void checkRights(OperatorUrl url, Connection connection) throws OperatorProblem {
        try (Statement statement = connection.createStatement();
                ResultSet rights =
                        statement.executeQuery(
                                "SELECT r.rolsuper OR r.rolcreaterole, r.rolsuper OR"
                                        + " pg_has_role(d.datdba, 'USAGE') FROM pg_roles r, pg_database"
                                        + " d WHERE r.rolname = current_user AND d.datname ="
                                        + " current_database()")) {
            rights.next();
            if (!rights.getBoolean(1)) {
                throw new OperatorProblem(Kind.MAY_NOT, "CREATEROLE");
            }
            if (!rights.getBoolean(2)) {
                throw new OperatorProblem(Kind.MAY_NOT, "OWNER, " + url.database());
            }
        } catch (SQLException e) {
            throw OperatorSql.problem(e, url);
        }
    }
}
