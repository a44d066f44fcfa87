package org.eventops.sync.server;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** The hub's tables and functions in a PostgreSQL database, and how they come to be there. */
public final class HubSchema {
    private static final String SCHEMA = "sync";
    private static final String LOCATION = "classpath:org/eventops/sync/hub";

    private HubSchema() {}

    /**
     * Brings the schema to this program's version; does nothing if it is there already.
     *
     * @param database as the operator who owns the database
     * @return how many steps were taken
     * @throws org.flywaydb.core.api.FlywayException if the database refuses one; those before it
     *     stay
     */
    public static int migrate(DataSource database) {
        MigrateResult result =
                Flyway.configure()
                        .dataSource(database)
                        .locations(LOCATION)
                        .schemas(SCHEMA)
                        .createSchemas(true)
                        .placeholderReplacement(false)
                        .load()
                        .migrate();
        HubRights.lay(database);
        return result.migrationsExecuted;
    }
}
