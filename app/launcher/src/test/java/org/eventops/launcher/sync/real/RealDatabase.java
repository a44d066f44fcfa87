package org.eventops.launcher.sync.real;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eventops.sync.server.HubAccess;
import org.eventops.sync.server.HubOperator;
import org.eventops.sync.server.HubOperator.Tenant;
import org.eventops.sync.server.HubServer;
import org.eventops.sync.server.OperatorProblem;
import org.eventops.sync.server.OperatorUrl;
import org.eventops.sync.sim.ModelHub;
import org.jspecify.annotations.Nullable;

/**
 * One hub for all histories of a run, prepared as an operator does it, and emptied before each. Two
 * things in it are a test's: where its functions ask for the time they are told the history's, and
 * where they make an id it is one that the next run makes, too ({@link #play}). Not for several
 * threads.
 */
final class RealDatabase {
    /** As many devices as a history may have, and one that watches. */
    static final int DEVICES = 9;

    private static final String TENANT = "'" + ModelHub.TENANT + "'";

    private final HubServer server = HubServer.running();
    private final OperatorUrl url = server.prepared();
    private final String name = HubServer.database(url);
    private final List<HubAccess> accesses = new ArrayList<>();
    private int backups;
    private @Nullable Connection superuser;

    RealDatabase() {
        try (HubOperator operator = HubOperator.at(url, new SecureRandom())) {
            operator.init();
            Tenant made = operator.addTenant("Teatro Ñandú");
            run("UPDATE sync.tenant_key SET tenant = " + TENANT);
            run("UPDATE sync.tenant SET id = " + TENANT);
            Tenant tenant = new Tenant(ModelHub.TENANT, made.name());
            for (int i = 0; i < DEVICES; i++) {
                accesses.add(operator.enroll(tenant, "device " + i, "admin", List.of()).access());
                run("ALTER ROLE " + login(i) + " VALID UNTIL 'infinity' CONNECTION LIMIT 30");
            }
            play();
        } catch (OperatorProblem e) {
            throw new IllegalStateException(e);
        }
    }

    HubAccess access(int slot) {
        return accesses.get(slot);
    }

    String login(int slot) {
        return accesses.get(slot).login().role();
    }

    /** Sequences hold what is told: reading them locks nothing, and no rollback takes it back. */
    private void play() {
        run("CREATE SCHEMA sim");
        run("GRANT USAGE ON SCHEMA sim TO PUBLIC");
        run("CREATE SEQUENCE sim.micros");
        run("CREATE SEQUENCE sim.seed");
        run("CREATE SEQUENCE sim.ids");
        run(
                "CREATE FUNCTION sim.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE"
                        + " SECURITY DEFINER AS 'SELECT timestamptz ''epoch''"
                        + " + m.last_value * interval ''1 microsecond'' FROM sim.micros m'");
        run(
                "CREATE FUNCTION sim.gen_random_uuid() RETURNS uuid LANGUAGE sql VOLATILE"
                        + " SECURITY DEFINER AS 'SELECT md5(s.last_value || ''/'' ||"
                        + " nextval(''sim.ids''))::uuid FROM sim.seed s'");
        run(
                "DO $$ DECLARE f text; BEGIN FOR f IN SELECT pg_get_functiondef(p.oid)"
                        + " FROM pg_proc p WHERE p.pronamespace = 'sync'::regnamespace"
                        + " AND p.prosrc ~ '(clock_timestamp|gen_random_uuid)\\(\\)' LOOP"
                        + " EXECUTE replace(replace(f, 'clock_timestamp()',"
                        + " 'sim.clock_timestamp()'), 'gen_random_uuid()',"
                        + " 'sim.gen_random_uuid()'); END LOOP; END $$");
    }

    /** Empties it for another history. */
    void empty(long seed) {
        run(
                "DO $$ DECLARE t text; BEGIN FOR t IN SELECT c.relname FROM pg_class c"
                        + " WHERE c.relnamespace = 'sync'::regnamespace AND c.relkind = 'r'"
                        + " AND c.relname NOT IN ('flyway_schema_history', 'tenant', 'tenant_key',"
                        + " 'device', 'device_login', 'device_verifier') LOOP"
                        + " EXECUTE format('DELETE FROM sync.%I', t); END LOOP; END $$");
        run("INSERT INTO sync.scope_clock (tenant, scope) VALUES (" + TENANT + ", " + TENANT + ")");
        run("SELECT setval('sim.seed', " + (seed + 1) + "), setval('sim.ids', 1)");
    }

    void time(Instant now) {
        long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
        run("SELECT setval('sim.micros', " + micros + ")");
    }

    /** Statements of whoever administers the server. */
    void run(String... statements) {
        try (Statement statement = superuser().createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the answer. */
    List<String> ask(String sql) {
        List<String> found = new ArrayList<>();
        try (Statement statement = superuser().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private Connection superuser() throws SQLException {
        Connection connection = superuser;
        if (connection == null) {
            connection = server.superuser(name);
            superuser = connection;
        }
        return connection;
    }

    private void leave() throws SQLException {
        if (superuser != null) {
            superuser.close();
            superuser = null;
        }
    }

    /** As when the server is stopped: all at once, and looked at more often than it does itself. */
    void endSessions() {
        run(
                "DO $$ DECLARE ended int[]; BEGIN"
                        + " ended := ARRAY(SELECT CASE WHEN pg_terminate_backend(a.pid) THEN a.pid"
                        + " END FROM pg_stat_activity a WHERE"
                        + " a.datname = current_database() AND a.pid <> pg_backend_pid());"
                        + " WHILE EXISTS (SELECT FROM pg_stat_get_activity(NULL) s"
                        + " WHERE s.pid = ANY (ended)) LOOP"
                        + " PERFORM pg_stat_clear_snapshot(), pg_sleep(0.001); END LOOP; END $$");
    }

    /** A copy of the files, as a backup of the server is; nobody may be connected. */
    String backup() {
        String copy = name + "_backup" + backups++;
        copy(name, copy);
        return copy;
    }

    private void copy(String from, String to) {
        try {
            leave();
            server.run(
                    "postgres",
                    "CREATE DATABASE " + to + " TEMPLATE " + from + " STRATEGY FILE_COPY");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Puts a backup in the place of the hub, and prepares it again as an operator does; ids go on
     * from where they were.
     */
    void restore(String backup, boolean newEpochs) {
        String ids = ask("SELECT last_value FROM sim.ids").getFirst();
        try {
            leave();
            server.run(
                    "postgres",
                    "DROP DATABASE " + name + " WITH (FORCE)",
                    "CREATE DATABASE " + name + " TEMPLATE " + backup + " STRATEGY FILE_COPY",
                    "ALTER DATABASE " + name + " OWNER TO " + operator());
            run("SELECT setval('sim.ids', " + ids + ")");
            try (HubOperator again = HubOperator.at(url, new SecureRandom())) {
                again.init();
                if (newEpochs) {
                    again.restored();
                }
            }
        } catch (SQLException | OperatorProblem e) {
            throw new IllegalStateException(e);
        }
    }

    private String operator() {
        return name.replace("hub", "operator");
    }

    void forget(String backup) {
        try {
            server.run("postgres", "DROP DATABASE " + backup + " WITH (FORCE)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As SQL writes it; null for none. */
    static String array(java.util.@Nullable Collection<UUID> ids) {
        return ids == null
                ? "NULL"
                : "'{" + String.join(",", ids.stream().map(UUID::toString).toList()) + "}'::uuid[]";
    }
}
