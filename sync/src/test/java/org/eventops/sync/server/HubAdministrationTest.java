package org.eventops.sync.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eventops.domain.change.Progress;
import org.eventops.domain.sync.ConsoleRole;
import org.eventops.domain.sync.Consoles;
import org.eventops.domain.sync.Consoles.Enrolment;
import org.eventops.domain.sync.Consoles.NotLetIn;
import org.eventops.domain.sync.Consoles.NotTakenOut;
import org.eventops.domain.sync.Consoles.Unasked;
import org.eventops.domain.sync.Consoles.Wanted;
import org.eventops.domain.sync.HubConsole;
import org.eventops.domain.sync.HubConsole.State;
import org.eventops.domain.sync.SyncStatus.Trouble;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.server.HubOperator.Tenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubAdministrationTest {
    private static final OperatorUrl URL = HubServer.running().prepared();
    private static final UUID GALA = UUID.randomUUID();
    private static HubOperator operator;
    private static Tenant tenant;
    private static HubAccess admin;
    private static Consoles consoles;

    @TempDir private Path data;

    @BeforeAll
    static void prepare(@TempDir Path office) throws Exception {
        operator = HubOperator.at(URL, Samples.RANDOM);
        operator.init();
        tenant = operator.addTenant("Teatro Ñandú");
        admin = entered(operator.enroll(tenant, "Oficina", "admin", List.of()), office);
        consoles = new HubAdministration(admin, Samples.RANDOM);
        HubServer.running()
                .run(
                        URL.database(),
                        """
                        INSERT INTO sync.event (id, tenant, scope, slug, name, type, status, zone,
                            currency, starts, ends, visibility, sync_at, sync_dev)
                        VALUES ('%1$s', '%2$s', '%1$s', 'gala', 'Gala', 'CONCERT', 'DRAFT',
                            'America/Bogota', 'COP', now(), now(), 'PUBLIC', now(), '%1$s')"""
                                .formatted(GALA, tenant.id()));
    }

    @AfterAll
    static void close() throws Exception {
        operator.close();
    }

    private static HubAccess entered(EnrolmentBundle bundle, Path folder) throws HubProblem {
        return new FirstConnection(new FolderDeviceSecrets(folder, Samples.KEY), Samples.RANDOM)
                .use(bundle);
    }

    private static Connection connected(HubAccess access) throws SQLException {
        return DriverManager.getConnection(
                access.hub().jdbcUrl(),
                access.hub().properties(access.login().role(), access.login().secret()));
    }

    private static Enrolment letIn(String name, ConsoleRole role, UUID... events) {
        Consoles.LetInOutcome outcome =
                consoles.letIn(new Wanted(name, role, List.of(events)), Progress.NONE);
        assertThat(outcome).isInstanceOf(Consoles.LetIn.class);
        return ((Consoles.LetIn) outcome).enrolment();
    }

    private static EnrolmentBundle opened(Enrolment enrolment, String passphrase) {
        return EnrolmentBundle.open(
                        enrolment.text().getBytes(StandardCharsets.US_ASCII),
                        passphrase.toCharArray())
                .orElseThrow();
    }

    private static List<HubConsole> listed() {
        assertThat(consoles.list()).isInstanceOf(Consoles.Listed.class);
        return ((Consoles.Listed) consoles.list()).consoles();
    }

    private static HubConsole console(String name) {
        return listed().stream()
                .filter(each -> each.name().equals(name))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void anAdministratorLetsAConsoleInWhichConnectsWithWhatItWasHanded() throws Exception {
        Enrolment enrolment = letIn("Puerta 1", ConsoleRole.DOOR, GALA);
        assertThat(enrolment.validFor()).isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        assertThat(enrolment.text().length()).isLessThan(EnrolmentBundle.QR_CODE);
        assertThat(enrolment.console().state()).isEqualTo(State.INVITED);
        assertThat(enrolment.console().events()).containsExactly(GALA);

        EnrolmentBundle bundle = opened(enrolment, enrolment.passphrase());
        assertThat(bundle.access().device().tenantName()).isEqualTo("Teatro Ñandú");
        assertThat(bundle.access().keys().carry()).isEqualTo(admin.keys().carry());
        assertThat(bundle.access().keys().sealPrivate()).isNull();
        HubAccess access = entered(bundle, data);
        try (Connection connection = connected(access)) {
            assertThat(connection.isValid(5)).isTrue();
        }
        assertThat(console("Puerta 1").state()).isEqualTo(State.IN);
        assertThat(console("Puerta 1").letIn()).isNotNull();
    }

    @Test
    void theDigitsOfThePassphraseCountAndNotHowTheyWereWritten() {
        Enrolment enrolment = letIn("Puerta 2", ConsoleRole.DOOR);
        assertThat(enrolment.passphrase()).matches("\\d{4}( \\d{4}){5}");
        String digits = enrolment.passphrase().replace(" ", "");
        assertThat(opened(enrolment, digits)).isEqualTo(opened(enrolment, " " + digits + "-"));
        assertThat(
                        EnrolmentBundle.open(
                                enrolment.text().getBytes(StandardCharsets.US_ASCII),
                                (digits + "0").toCharArray()))
                .isEmpty();
    }

    @Test
    void anAdministratorsConsoleGetsTheKeyThatOpensWhatWasSealed() {
        Enrolment enrolment = letIn("Oficina 2", ConsoleRole.ADMIN);
        assertThat(opened(enrolment, enrolment.passphrase()).access().keys().sealPrivate())
                .isEqualTo(admin.keys().sealPrivate());
        assertThat(enrolment.toString()).doesNotContain(enrolment.passphrase());
    }

    @Test
    void aConsoleTakenOutIsOutAtItsNextStatementAndItsNameIsFree() throws Exception {
        Enrolment enrolment = letIn("Puerta 3", ConsoleRole.DOOR);
        HubAccess access = entered(opened(enrolment, enrolment.passphrase()), data);
        UUID id = access.device().id();
        try (Connection open = connected(access)) {
            assertThat(consoles.takeOut(id))
                    .isInstanceOfSatisfying(
                            Consoles.TakenOut.class,
                            out -> assertThat(out.console().state()).isEqualTo(State.OUT));
            assertThatThrownBy(() -> open.createStatement().execute("SELECT sync.me()"))
                    .isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> connected(access))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e ->
                                assertThat(LoginProblem.of(e).kind())
                                        .isEqualTo(HubProblem.Kind.REVOKED));
        assertThat(consoles.takeOut(id)).isInstanceOf(NotTakenOut.AlreadyOut.class);
        assertThat(letIn("Puerta 3", ConsoleRole.DOOR).console().id()).isNotEqualTo(id);
    }

    @Test
    void refusesANameThatAnotherConsoleHas() {
        letIn("Puerta 4", ConsoleRole.DOOR);
        assertThat(
                        consoles.letIn(
                                new Wanted("Puerta 4", ConsoleRole.ADMIN, List.of()),
                                Progress.NONE))
                .isInstanceOfSatisfying(
                        NotLetIn.NameTaken.class,
                        taken -> assertThat(taken.by().state()).isEqualTo(State.INVITED));
    }

    @Test
    void refusesWhatTheHubWouldNotUnderstand() {
        assertThat(asked(" puerta", ConsoleRole.DOOR)).isInstanceOf(NotLetIn.BadName.class);
        assertThat(asked("", ConsoleRole.DOOR)).isInstanceOf(NotLetIn.BadName.class);
        assertThat(asked("Sala", ConsoleRole.VENUE)).isInstanceOf(NotLetIn.NeedsEvents.class);
        assertThat(asked("Puerta 5", ConsoleRole.DOOR, UUID.randomUUID()))
                .isInstanceOf(NotLetIn.NoEvent.class);
        assertThat(listed()).noneMatch(each -> each.name().equals("Puerta 5"));
    }

    private static Consoles.LetInOutcome asked(String name, ConsoleRole role, UUID... events) {
        return consoles.letIn(new Wanted(name, role, List.of(events)), Progress.NONE);
    }

    @Test
    void leavesNoConsoleBehindWhenItIsCancelledOnTheWay() {
        CancelledAt progress = new CancelledAt(2);
        assertThat(consoles.letIn(new Wanted("Puerta 6", ConsoleRole.DOOR, List.of()), progress))
                .isInstanceOf(NotLetIn.Cancelled.class);
        assertThat(console("Puerta 6").state()).isEqualTo(State.OUT);
    }

    /** Cancelled when it is asked for the nth time. */
    private static final class CancelledAt implements Progress {
        private int left;

        CancelledAt(int nth) {
            left = nth;
        }

        @Override
        public void at(long done, long total) {
            // nobody watches
        }

        @Override
        public boolean cancelled() {
            return --left <= 0;
        }
    }

    @Test
    void marksThisConsoleAndDoesNotTakeItOut() {
        assertThat(listed()).filteredOn(HubConsole::here).containsExactly(console("Oficina"));
        assertThat(consoles.takeOut(admin.device().id()))
                .isInstanceOf(NotTakenOut.ThisConsole.class);
        assertThat(console("Oficina").state()).isEqualTo(State.IN);
        assertThat(consoles.takeOut(UUID.randomUUID())).isInstanceOf(NotTakenOut.Unknown.class);
    }

    @Test
    void refusesEveryConsoleThatIsNoAdministrators() throws Exception {
        for (ConsoleRole role : List.of(ConsoleRole.ORGANIZER, ConsoleRole.DOOR)) {
            Enrolment enrolment = letIn("sin permiso " + role.word(), role);
            HubAccess access =
                    entered(opened(enrolment, enrolment.passphrase()), data.resolve(role.word()));
            Consoles theirs = new HubAdministration(access, Samples.RANDOM);
            assertThat(theirs.list()).isInstanceOf(Unasked.NotAdministrator.class);
            assertThat(
                            theirs.letIn(
                                    new Wanted("intruso", ConsoleRole.ADMIN, List.of()),
                                    Progress.NONE))
                    .isInstanceOf(Unasked.NotAdministrator.class);
            assertThat(theirs.takeOut(admin.device().id()))
                    .isInstanceOf(Unasked.NotAdministrator.class);
        }
        assertThat(listed()).noneMatch(each -> each.name().equals("intruso"));
        assertThat(console("Oficina").state()).isEqualTo(State.IN);
    }

    @Test
    void seesNoConsoleOfAnotherOrganisation() throws Exception {
        Tenant other = operator.addTenant("Otra casa");
        UUID theirs = operator.enroll(other, "ajena", "admin", List.of()).access().device().id();
        assertThat(listed()).noneMatch(each -> each.id().equals(theirs));
        assertThat(consoles.takeOut(theirs)).isInstanceOf(NotTakenOut.Unknown.class);
        assertThat(operator.devices(other).getFirst().revoked()).isNull();
    }

    @Test
    void saysThatTheHubDoesNotAnswer() {
        HubAddress hub = admin.hub();
        HubAddress nobody =
                new HubAddress(hub.host(), 1, hub.database(), hub.tls(), hub.bound(), null);
        Consoles away =
                new HubAdministration(
                        new HubAccess(nobody, admin.device(), admin.login(), admin.keys()),
                        Samples.RANDOM);
        assertThat(away.list()).isEqualTo(new Unasked.Failed(Trouble.UNREACHABLE));
        assertThat(away.letIn(new Wanted("x", ConsoleRole.DOOR, List.of()), Progress.NONE))
                .isEqualTo(new Unasked.Failed(Trouble.UNREACHABLE));
        assertThat(away.takeOut(UUID.randomUUID()))
                .isEqualTo(new Unasked.Failed(Trouble.UNREACHABLE));
    }

    @Test
    void anAdministratorWhoWasTakenOutMeanwhileIsTold() throws Exception {
        HubAccess gone = entered(operator.enroll(tenant, "Oficina 3", "admin", List.of()), data);
        operator.revoke(tenant, "Oficina 3");
        assertThat(new HubAdministration(gone, Samples.RANDOM).list())
                .isEqualTo(new Unasked.Failed(Trouble.REVOKED));
    }
}
