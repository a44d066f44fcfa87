package org.eventops.sync.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.eventops.sync.server.HubOperator.Tenant;

/** A hub with A, whose devices turn hostile, and B, which must not notice. */
final class TwoOrganisations {
    /** In every text of B's. */
    static final String MARKER = "SECRETO-DE-B";

    private final Map<String, HubAccess> devices = new HashMap<>();

    private final OperatorUrl url = HubServer.running().prepared();
    private final Map<String, String> names = new TreeMap<>();

    static TwoOrganisations made(Path folder) throws Exception {
        TwoOrganisations both = new TwoOrganisations();
        try (HubOperator operator = HubOperator.at(both.url, Samples.RANDOM)) {
            operator.init();
            Tenant a = operator.addTenant("Organizacion A");
            Tenant b = operator.addTenant(MARKER);
            both.let(operator, a, "door", "door", folder);
            both.let(operator, a, "second", "door", folder);
            both.let(operator, a, "admin", "admin", folder);
            both.let(operator, b, "b", "admin", folder);
            both.fill(a, "a", "A");
            both.fill(b, "b", MARKER);
        }
        both.nameAll();
        return both;
    }

    private void let(HubOperator operator, Tenant tenant, String key, String role, Path folder)
            throws Exception {
        String name = key.equals("b") ? MARKER + " consola" : key;
        devices.put(
                key,
                new FirstConnection(
                                new FolderDeviceSecrets(folder.resolve(key), Samples.KEY),
                                Samples.RANDOM)
                        .use(operator.enroll(tenant, name, role, List.of())));
    }

    /** One row in every synced table, and one entry of a feed. */
    private void fill(Tenant tenant, String letter, String text) throws SQLException {
        String event = UUID.randomUUID().toString();
        String ticket = UUID.randomUUID().toString();
        String mark = UUID.randomUUID().toString();
        names.put(letter + "_tenant", tenant.id().toString());
        names.put(letter + "_event", event);
        names.put(letter + "_ticket", ticket);
        names.put(letter + "_mark", mark);
        try (Connection connection = DriverManager.getConnection(url.jdbc());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    FILL.replace("$text", text)
                            .replace("$tenant", tenant.id().toString())
                            .replace("$event", event)
                            .replace("$ticket", ticket)
                            .replace("$mark", mark));
        }
    }

    private static final String FILL =
            """
            DO $do$
            DECLARE
                t record;
                columns text;
                given text;
            BEGIN
                FOR t IN SELECT name FROM sync.tables() LOOP
                    SELECT string_agg(quote_ident(a.attname), ', '), string_agg(CASE
                        WHEN a.attname = 'tenant' THEN quote_literal('$tenant')
                        WHEN a.attname = 'scope' OR t.name = 'event' AND a.attname = 'id'
                            THEN quote_literal('$event')
                        WHEN t.name = 'ticket' AND a.attname = 'id' THEN quote_literal('$ticket')
                        WHEN a.atttypid = 'uuid'::regtype THEN 'gen_random_uuid()'
                        WHEN a.atttypid IN ('int'::regtype, 'bigint'::regtype, 'numeric'::regtype)
                            THEN '1'
                        WHEN a.atttypid = 'bool'::regtype THEN 'false'
                        WHEN a.atttypid = 'varchar'::regtype
                            THEN format('left(%L, %s)', '$text', a.atttypmod - 4)
                        WHEN a.atttypid = 'text'::regtype THEN quote_literal('$text')
                        WHEN a.atttypid = 'jsonb'::regtype THEN 'NULL'
                        ELSE 'now()' END, ', ')
                    INTO columns, given FROM pg_attribute a
                    WHERE a.attrelid = ('sync.' || t.name)::regclass AND a.attnum > 0
                        AND NOT a.attisdropped AND a.attname NOT IN ('sold', 'leased');
                    IF t.name = 'stock' THEN
                        columns := columns || ', sold, leased';
                        given := given || ', 0, 0';
                    END IF;
                    EXECUTE format('INSERT INTO sync.%I (%s) VALUES (%s)', t.name, columns, given);
                END LOOP;
                INSERT INTO sync.scope_clock (tenant, scope, seq) VALUES ('$tenant', '$event', 1);
                INSERT INTO sync.change_log (tenant, scope, seq, mark, op, tbl, key, columns, at)
                VALUES ('$tenant', '$event', 1, '$mark', 'R', 'ticket', '$ticket',
                    '{"name": "$text"}', now());
                INSERT INTO sync.receipt (tenant, device, lineage, number, id, hash, outcome, up_to)
                SELECT d.tenant, d.id, d.lineage, 1, '$mark', '\\x00', 'APPLIED', '{}'
                FROM sync.device d WHERE d.tenant = '$tenant' LIMIT 1;
            END $do$
            """;

    private void nameAll() throws SQLException {
        try (Connection superuser = superuser()) {
            names.put("database", url.database());
            names.put("operator", url.user());
            names.put("marker", MARKER);
            names.put("verifier", ScramVerifier.of("probe", Samples.RANDOM));
            for (String kind : List.of("owner", "devices", "provisioner")) {
                String asked = "SELECT name FROM sync_roles.role WHERE kind = '" + kind + "'";
                names.put(kind, one(superuser, asked));
            }
            device(superuser, "a", "door");
            device(superuser, "b", "b");
            names.put("a_admin", access("admin").device().id().toString());
            names.put("a_admin_lineage", lineage(superuser, "admin"));
            names.put(
                    "b_channel",
                    one(
                            superuser,
                            "SELECT channel FROM sync.tenant WHERE name = '" + MARKER + "'"));
        }
    }

    private void device(Connection superuser, String letter, String key) throws SQLException {
        HubAccess access = access(key);
        names.put(letter + "_device", access.device().id().toString());
        names.put(letter + "_login", access.login().role());
        names.put(letter + "_secret", access.login().secret());
        names.put(letter + "_lineage", lineage(superuser, key));
    }

    private String lineage(Connection superuser, String key) throws SQLException {
        return one(
                superuser,
                "SELECT lineage FROM sync.device WHERE id = '" + access(key).device().id() + "'");
    }

    Connection superuser() throws SQLException {
        return HubServer.running().superuser(url.database());
    }

    private HubAccess access(String key) {
        return Objects.requireNonNull(devices.get(key), key);
    }

    /** A session; of those that were closed the server may still count some for a moment. */
    Connection as(String key) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return HubOperatorTest.connected(access(key));
            } catch (SQLException e) {
                if (attempt == 100 || !"53300".equals(e.getSQLState())) {
                    throw e;
                }
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    /** The probe's text with the names of this hub in it. */
    String filledIn(String sql) {
        String filled =
                sql.replace("{fresh}", UUID.randomUUID().toString())
                        .replace("{fresh2}", UUID.randomUUID().toString());
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled;
    }

    /** What must not turn up in any answer, unless the probe itself named it. */
    List<String> secretsOfB() {
        List<String> all = new ArrayList<>(wordsOfB());
        for (String id : List.of("tenant", "event", "ticket", "mark", "device")) {
            all.add(filledIn("{b_" + id + "}"));
        }
        return all;
    }

    /** Those that A never had to name a probe. */
    List<String> wordsOfB() {
        return List.of(
                MARKER,
                filledIn("{b_channel}"),
                access("b").keys().carry(),
                access("b").keys().sealPublic(),
                String.valueOf(access("b").keys().sealPrivate()));
    }

    /** Everything of B's, table by table, and every role but the hostile devices' own. */
    Map<String, String> fingerprint() throws SQLException {
        Map<String, String> prints = new TreeMap<>();
        try (Connection superuser = superuser()) {
            String tables =
                    one(
                            superuser,
                            "SELECT string_agg(DISTINCT a.attrelid::regclass::text, ',') FROM"
                                    + " pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE"
                                    + " c.relnamespace = 'sync'::regnamespace AND c.relkind = 'r' AND"
                                    + " a.attname = 'tenant'");
            for (String table : tables.split(",", -1)) {
                prints.put(table, print(superuser, table, "tenant"));
            }
            prints.put("sync.tenant", print(superuser, "sync.tenant", "id"));
            prints.put(
                    "roles",
                    one(
                            superuser,
                            "SELECT md5(string_agg(r::text, '|' ORDER BY r.oid)) FROM pg_authid r"
                                    + " WHERE r.rolname <> '%s'".formatted(names.get("a_login"))));
            prints.put(
                    "members",
                    one(
                            superuser,
                            "SELECT md5(string_agg(m::text, '|' ORDER BY m.oid)) FROM"
                                    + " pg_auth_members m"));
            prints.put(
                    "functions",
                    one(
                            superuser,
                            "SELECT md5(string_agg(p::text, '|' ORDER BY p.oid)) FROM pg_proc p"));
        }
        return prints;
    }

    private String print(Connection superuser, String table, String column) throws SQLException {
        return one(
                superuser,
                "SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)),"
                        + " '') FROM %s t WHERE %s = '%s'"
                                .formatted(table, column, names.get("b_tenant")));
    }

    static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }
}
