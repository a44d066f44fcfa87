package org.eventops.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.change.StoreException.Problem;
import org.flywaydb.core.Flyway;

/** Brings the schema up; Flyway is only started when there is something for it to do. */
final class Migrations {
    /** The highest number in the migration folder; a test holds it against the folder. */
    static final int CURRENT = 7;

    private static final String FOLDER = "classpath:org/eventops/persistence/migration";

    private Migrations() {}

    static void bring(DataSource database) throws SQLException {
        int version = version(database);
        if (version > CURRENT) {
            throw new StoreException(Problem.NEWER, Integer.toString(version));
        }
        if (version < CURRENT) {
            Flyway.configure().dataSource(database).locations(FOLDER).load().migrate();
        }
    }

    private static int version(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (ResultSet table =
                    connection.getMetaData().getTables(null, null, "flyway_schema_history", null)) {
                if (!table.next()) {
                    return 0;
                }
            }
            try (PreparedStatement query =
                            connection.prepareStatement(
                                    "SELECT MAX(CAST(\"version\" AS INTEGER))"
                                            + " FROM \"flyway_schema_history\" WHERE \"success\"");
                    ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        }
    }
}
