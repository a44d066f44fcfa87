package org.eventops.sync.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.server.HubOperator.Tenant;
import org.eventops.sync.server.OperatorProblem.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubOperatorTest {
    private static final OperatorUrl URL = HubServer.running().prepared();
    private static HubOperator operator;
    private static Tenant tenant;

    @TempDir private Path data;

    @BeforeAll
    static void prepare() throws Exception {
        operator = HubOperator.at(URL, Samples.RANDOM);
        operator.init();
        tenant = operator.addTenant("Teatro Ñandú");
    }

    @AfterAll
    static void close() throws Exception {
        operator.close();
    }

    @Test
    void preparesADatabaseWithoutBeingSuperuserAndAgainWithoutHarm() throws Exception {
        assertThat(operator.init()).isZero();
        assertThat(operator.tenant("Teatro Ñandú")).isEqualTo(tenant);
        assertThat(operator.tenant(tenant.id().toString())).isEqualTo(tenant);
    }

    @Test
    void hasTwoHubsOnOneServerApart() throws Exception {
        try (HubOperator other = HubOperator.at(HubServer.running().prepared(), Samples.RANDOM)) {
            assertThat(other.init()).isPositive();
            Tenant theirs = other.addTenant("Teatro Ñandú");
            assertThat(theirs.id()).isNotEqualTo(tenant.id());
            HubAccess device = other.enroll(theirs, "puerta", "door", List.of()).access();
            String ours = device.hub().jdbcUrl().replaceFirst("/hub\\d+$", "/" + URL.database());
            assertThatThrownBy(
                            () ->
                                    DriverManager.getConnection(
                                            ours,
                                            device.hub()
                                                    .properties(
                                                            device.login().role(),
                                                            device.login().secret())))
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("42501");
        }
    }

    @Test
    void letsADeviceInWhichChangesItsSecretAtOnce() throws Exception {
        EnrolmentBundle bundle = operator.enroll(tenant, "puerta 1", "door", List.of());
        assertThat(bundle.validUntil())
                .isAfter(Instant.now())
                .isBefore(Instant.now().plusSeconds(1000));
        assertThat(bundle.access().keys().sealPrivate()).isNull();
        assertThat(state("puerta 1")).isEqualTo(Device.State.INVITED);

        DeviceSecrets secrets = new FolderDeviceSecrets(data, Samples.KEY);
        HubAccess access = new FirstConnection(secrets, Samples.RANDOM).use(bundle);
        assertThat(secrets.read()).contains(access);
        assertThat(access.login().secret()).isNotEqualTo(bundle.access().login().secret());
        assertThat(state("puerta 1")).isEqualTo(Device.State.ENROLLED);
        try (Connection connection = connected(access)) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void refusesABundleThatWasUsed() throws Exception {
        EnrolmentBundle bundle = operator.enroll(tenant, "puerta 2", "door", List.of());
        new FirstConnection(new FolderDeviceSecrets(data, Samples.KEY), Samples.RANDOM).use(bundle);

        DeviceSecrets thief = new FolderDeviceSecrets(data.resolve("thief"), Samples.KEY);
        assertThat(kind(() -> new FirstConnection(thief, Samples.RANDOM).use(bundle)))
                .isEqualTo(HubProblem.Kind.REFUSED);
        assertThat(thief.read()).isEmpty();
    }

    @Test
    void refusesABundleAfterItsTime() throws Exception {
        EnrolmentBundle bundle = operator.enroll(tenant, "puerta 3", "door", List.of());
        HubServer.running()
                .run(
                        URL.database(),
                        "ALTER ROLE "
                                + bundle.access().login().role()
                                + " VALID UNTIL 'yesterday'");
        DeviceSecrets secrets = new FolderDeviceSecrets(data, Samples.KEY);
        assertThat(kind(() -> new FirstConnection(secrets, Samples.RANDOM).use(bundle)))
                .isEqualTo(HubProblem.Kind.REFUSED);
    }

    @Test
    void goesOnAfterAnAnswerThatWasLost() throws Exception {
        EnrolmentBundle bundle = operator.enroll(tenant, "puerta 4", "door", List.of());
        // Cut after the hub has the new secret and before the console knows that it has.
        DeviceSecrets secrets = new FolderDeviceSecrets(data, Samples.KEY);
        DeviceSecrets cut = new CutSecrets(secrets, 2);
        assertThatThrownBy(() -> new FirstConnection(cut, Samples.RANDOM).use(bundle))
                .isInstanceOf(CutSecrets.Cut.class);

        HubAccess access = new FirstConnection(secrets, Samples.RANDOM).use(bundle);
        assertThat(access.login().next()).isNull();
        connected(access).close();
    }

    @Test
    void goesOnAfterACutBeforeTheHubHeardOfIt() throws Exception {
        EnrolmentBundle bundle = operator.enroll(tenant, "puerta 5", "door", List.of());
        DeviceSecrets secrets = new FolderDeviceSecrets(data, Samples.KEY);
        secrets.keep(bundle.access().with(bundle.access().login().changing("never-told")));

        HubAccess access =
                new FirstConnection(secrets, Samples.RANDOM).settled(secrets.read().orElseThrow());
        assertThat(access.login().secret()).isEqualTo("never-told");
        connected(access).close();
    }

    @Test
    void endsTheSessionsOfADeviceThatIsTakenOut() throws Exception {
        EnrolmentBundle bundle = operator.enroll(tenant, "puerta 6", "door", List.of());
        HubAccess access =
                new FirstConnection(new FolderDeviceSecrets(data, Samples.KEY), Samples.RANDOM)
                        .use(bundle);
        try (Connection open = connected(access)) {
            Device out = operator.revoke(tenant, "puerta 6");
            assertThat(out.id()).isEqualTo(access.device().id());
            assertThat(open.isValid(5)).isFalse();
        }
        assertThatThrownBy(() -> connected(access))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e ->
                                assertThat(LoginProblem.of(e).kind())
                                        .isEqualTo(HubProblem.Kind.REVOKED));
        assertThat(state("puerta 6")).isEqualTo(Device.State.REVOKED);
        // The name is free again.
        operator.enroll(tenant, "puerta 6", "door", List.of());
        assertThat(state("puerta 6")).isEqualTo(Device.State.INVITED);
    }

    @Test
    void refusesARevokedDeviceAtItsNextStatementEvenInAnOpenSession() throws Exception {
        HubAccess admin = enrolled("caja 7", "admin", data);
        try (Connection open = connected(admin)) {
            HubServer.running()
                    .run(
                            URL.database(),
                            "UPDATE sync.device SET revoked_at = now() WHERE id = '"
                                    + admin.device().id()
                                    + "'");
            assertThatThrownBy(() -> query(open, "SELECT * FROM sync.admin_devices()"))
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("EO002");
        }
    }

    @Test
    void letsAnAdministratorsConsoleEnrolAndTakeOutItself() throws Exception {
        HubAccess admin = enrolled("oficina", "admin", data);
        assertThat(admin.keys().sealPrivate()).isNotNull();
        String verifier = ScramVerifier.of(Secret.made(Samples.RANDOM), Samples.RANDOM);
        try (Connection console = connected(admin)) {
            String made =
                    query(
                            console,
                            "SELECT device FROM sync.admin_create_device('caja', 'box_office', null, '"
                                    + verifier
                                    + "')");
            assertThat(state("caja")).isEqualTo(Device.State.INVITED);
            query(console, "SELECT sync.admin_revoke_device('" + made + "')");
            assertThat(state("caja")).isEqualTo(Device.State.REVOKED);
            assertThat(query(console, "SELECT seal_private FROM sync.admin_tenant_keys()"))
                    .isEqualTo(admin.keys().sealPrivate());
        }
    }

    @Test
    void letsNobodyButAdministratorsCallTheirs() throws Exception {
        HubAccess door = enrolled("puerta 8", "door", data);
        try (Connection console = connected(door)) {
            for (String sql :
                    List.of(
                            "SELECT * FROM sync.admin_devices()",
                            "SELECT * FROM sync.admin_tenant_keys()",
                            "SELECT sync.admin_revoke_device('" + door.device().id() + "')",
                            "SELECT * FROM sync.admin_create_device('x', 'admin', null, '"
                                    + ScramVerifier.of("x", Samples.RANDOM)
                                    + "')")) {
                assertThatThrownBy(() -> query(console, sql))
                        .as(sql)
                        .extracting(e -> ((SQLException) e).getSQLState())
                        .isEqualTo("EO003");
            }
        }
    }

    @Test
    void makesTheRolesAgainThatARestoreElsewhereLacks() throws Exception {
        HubAccess access = enrolled("puerta 9", "door", data);
        String role = access.login().role();
        HubServer.running().run(URL.database(), "DROP ROLE " + role);
        assertThatThrownBy(() -> connected(access)).isInstanceOf(SQLException.class);
        operator.init();
        connected(access).close();
    }

    @Test
    void makesAHubAgainOfABackupThatWasRestoredOnAnotherServer() throws Exception {
        HubServer server = HubServer.running();
        OperatorUrl first = server.prepared();
        EnrolmentBundle bundle;
        try (HubOperator other = HubOperator.at(first, Samples.RANDOM)) {
            other.init();
            bundle = other.enroll(other.addTenant("Sala"), "puerta", "door", List.of());
        }
        HubAccess access =
                new FirstConnection(new FolderDeviceSecrets(data, Samples.KEY), Samples.RANDOM)
                        .use(bundle);
        String copy = first.database() + "_copy";
        server.run(
                "postgres",
                "CREATE DATABASE %s TEMPLATE %s OWNER %s"
                        .formatted(copy, first.database(), first.user()),
                // Another server has neither the device's role nor those of the hub.
                "DROP ROLE " + access.login().role());
        server.run(copy, "UPDATE sync_roles.role SET name = name || '_elsewhere'");

        try (HubOperator other = at(server.url(copy, first.user(), "operator-secret"))) {
            assertThat(other.init()).isZero();
            assertThat(other.restored()).isEqualTo(1);
        }
        try (Connection superuser = server.superuser(copy)) {
            assertThat(query(superuser, "SELECT bool_and(epoch > 1) FROM sync.scope_clock"))
                    .isEqualTo("t");
        }
        HubAddress there =
                new HubAddress("127.0.0.1", server.port(), copy, HubAddress.Tls.OFF, true, null);
        try (Connection console =
                connected(new HubAccess(there, access.device(), access.login(), access.keys()))) {
            assertThat(query(console, "SELECT name FROM sync.hello(2, 'x', NULL)"))
                    .isEqualTo("puerta");
            assertThatThrownBy(() -> query(console, "SELECT name FROM sync.device"))
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("42501");
        }
    }

    @Test
    void endsTransactionsThatADeviceHoldsOpen() throws Exception {
        HubAccess access = enrolled("puerta 10", "door", data);
        try (Connection holding = connected(access);
                Connection other = connected(enrolled("puerta 11", "door", data.resolve("b")))) {
            holding.setAutoCommit(false);
            query(holding, "SELECT 1");
            assertThat(query(other, "SELECT sync.device_reap()")).isEqualTo("0");
            try (Connection owner = DriverManager.getConnection(URL.jdbc())) {
                assertThat(query(owner, "SELECT sync_roles.reap('0 s', '5 min')")).isEqualTo("1");
            }
            assertThatThrownBy(() -> query(holding, "SELECT 1")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        operator.enroll(tenant, "doble", "door", List.of());
        assertThat(problem(() -> operator.enroll(tenant, "doble", "door", List.of())))
                .isEqualTo(Kind.DEVICE_TAKEN);
        assertThat(problem(() -> operator.enroll(tenant, "a'b", "door", List.of())))
                .isEqualTo(Kind.BAD_NAME);
        assertThat(problem(() -> operator.enroll(tenant, "x", "boss", List.of())))
                .isEqualTo(Kind.NO_ROLE);
        assertThat(problem(() -> operator.enroll(tenant, "x", "sponsor", List.of())))
                .isEqualTo(Kind.NEEDS_EVENT);
        assertThat(problem(() -> operator.enroll(tenant, "x", "door", List.of("gala"))))
                .isEqualTo(Kind.NO_EVENT);
        assertThat(problem(() -> operator.revoke(tenant, "nadie"))).isEqualTo(Kind.NO_DEVICE);
        assertThat(problem(() -> operator.tenant("Nadie"))).isEqualTo(Kind.NO_TENANT);
        assertThat(problem(() -> operator.addTenant("Teatro Ñandú"))).isEqualTo(Kind.TENANT_TAKEN);
    }

    @Test
    void saysWhyADatabaseCannotBeUsed() throws Exception {
        HubServer server = HubServer.running();
        OperatorUrl fresh = server.prepared();
        try (HubOperator other = HubOperator.at(fresh, Samples.RANDOM)) {
            assertThat(problem(() -> other.tenant("x"))).isEqualTo(Kind.NOT_READY);
        }
        assertThat(problem(() -> at(server.url(fresh.database(), fresh.user(), "wrong"))))
                .isEqualTo(Kind.REFUSED);
        assertThat(problem(() -> at("jdbc:postgresql://127.0.0.1:1/x?user=x&password=x")))
                .isEqualTo(Kind.UNREACHABLE);
        assertThat(problem(() -> at("postgres://127.0.0.1/x"))).isEqualTo(Kind.BAD_URL);
        assertThat(
                        problem(
                                () ->
                                        OperatorUrl.of(
                                                        "jdbc:postgresql://hub.example.org/x?sslmode=require")
                                                .address()))
                .isEqualTo(Kind.NOT_PROTECTED);
        server.run("postgres", "CREATE ROLE poor LOGIN PASSWORD 'poor'");
        assertThat(
                        problem(
                                () -> {
                                    try (HubOperator poor =
                                            at(server.url("postgres", "poor", "poor"))) {
                                        poor.init();
                                    }
                                }))
                .isEqualTo(Kind.MAY_NOT);
    }

    private static HubOperator at(String url) throws OperatorProblem {
        return HubOperator.at(OperatorUrl.of(url), Samples.RANDOM);
    }

    private static HubAccess enrolled(String name, String role, Path folder) throws Exception {
        return new FirstConnection(new FolderDeviceSecrets(folder, Samples.KEY), Samples.RANDOM)
                .use(operator.enroll(tenant, name, role, List.of()));
    }

    private static Device.State state(String name) throws Exception {
        Optional<Device> device =
                operator.devices(tenant).stream()
                        .filter(each -> each.name().equals(name))
                        .min(Device.IN_USE_FIRST);
        return device.orElseThrow().state(Instant.now());
    }

    static Connection connected(HubAccess access) throws SQLException {
        return DriverManager.getConnection(
                access.hub().jdbcUrl(),
                access.hub().properties(access.login().role(), access.login().secret()));
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    private static Kind problem(ThrowingCallable call) {
        OperatorProblem problem = catchThrowableOfType(OperatorProblem.class, call);
        assertThat(problem).as("it should have been refused").isNotNull();
        return problem.kind();
    }

    private static HubProblem.Kind kind(ThrowingCallable call) {
        HubProblem problem = catchThrowableOfType(HubProblem.class, call);
        assertThat(problem).as("it should have been refused").isNotNull();
        return problem.kind();
    }
}
