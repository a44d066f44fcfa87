package org.eventops.launcher.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eventops.domain.sync.SyncControl.ConnectOutcome;
import org.eventops.domain.sync.SyncStatus.State;
import org.eventops.domain.sync.SyncStatus.Trouble;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.sync.FaultyWire.Fault;
import org.eventops.sync.server.HubOperator;
import org.eventops.sync.server.OperatorUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An operator restores the hub as packaging/hub/README.md says, and consoles go on. The copy is
 * PostgreSQL's own of a whole database: its archive programs do not come with the server's.
 */
class RestoredHubTest {
    private static final int TICKETS = 200;

    @TempDir private Path folder;
    private HubForTests hub;
    private FaultyWire wire;

    @BeforeEach
    void aHub() throws Exception {
        hub = new HubForTests(folder.resolve("hub"));
        wire = new FaultyWire(hub.port());
    }

    @AfterEach
    void stop() throws Exception {
        wire.close();
        hub.close();
    }

    @Test
    void whatWasAcknowledgedAfterTheBackupIsHandedOverAgain() throws Exception {
        try (DoorForTests office = office();
                DoorForTests door = console("door")) {
            door.enter(0, 10);
            office.isSoonAs(door);
            backUp();

            door.enter(10, 30);
            office.enter(30, 40);
            office.isSoonAs(door);
            assertThat(admitted()).isEqualTo(40);

            try (DoorForTests late = console("late")) {
                late.enter(40, 45);
                late.await("it went out", () -> late.waiting() == 0);
                office.isSoonAs(late);
                wire.fault(Fault.CUT);
                door.enter(45, 50);
                restore();
                assertThat(admitted()).as("what the backup knew").isEqualTo(10);
                wire.heal();
                late.await("refused", () -> late.status().trouble() == Trouble.REFUSED);
                assertThat(hub.connect(late.console(), hub.bundle("late-2", "door", wire.port())))
                        .as("enrolled again by hand")
                        .isInstanceOf(ConnectOutcome.Connected.class);
                late.isSoonAs(door);
            }
            office.isSoonAs(door);
            door.enter(50, 60);
            office.isSoonAs(door);
            assertThat(admitted()).isEqualTo(60);
            assertThat(
                            hub.number(
                                    "SELECT count(*) FROM (SELECT FROM sync.scan WHERE verdict ="
                                            + " 'ADMITTED' GROUP BY code HAVING count(*) > 1) t"))
                    .as("let in twice")
                    .isZero();
            assertThat(hub.content(folder.resolve("door"), door.event())).isEqualTo(door.content());
        }
    }

    @Test
    void theOperatorsArchiveNeedsRowSecurityAsTheReadmeSays() throws Exception {
        try (DoorForTests office = office();
                Connection operator = DriverManager.getConnection(hub.ready().url());
                Statement statement = operator.createStatement()) {
            assertThat(office.waiting()).isZero();
            // What pg_dump says first, unless it is given --enable-row-security.
            statement.execute("SET row_security = off");
            assertThatThrownBy(() -> statement.execute("TABLE sync.ticket"))
                    .isInstanceOf(SQLException.class)
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("42501");
            statement.execute("SET row_security = on");
            try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM sync.ticket")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(TICKETS);
            }
        }
    }

    private DoorForTests office() throws Exception {
        DoorForTests office = new DoorForTests(folder.resolve("office"));
        new BigEvent(TICKETS, 0).into(office.console());
        hub.connect(office.console(), hub.bundle("office", "admin", wire.port()));
        office.await("all at the hub", () -> office.waiting() == 0);
        return office;
    }

    private DoorForTests console(String name) throws Exception {
        DoorForTests door = new DoorForTests(folder.resolve(name));
        hub.connect(door.console(), hub.bundle(name, "supervisor", wire.port()));
        door.await("the event", () -> door.status().state() == State.UP_TO_DATE);
        return door;
    }

    private long admitted() throws Exception {
        return hub.number("SELECT count(*) FROM sync.scan WHERE verdict = 'ADMITTED'");
    }

    private void backUp() throws Exception {
        elsewhere(
                "ALTER DATABASE eventops ALLOW_CONNECTIONS false",
                "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
                        + " WHERE datname = 'eventops'",
                "CREATE DATABASE backup TEMPLATE eventops",
                "ALTER DATABASE eventops ALLOW_CONNECTIONS true");
    }

    private void restore() throws Exception {
        elsewhere(
                "DROP DATABASE eventops WITH (FORCE)",
                "CREATE DATABASE eventops TEMPLATE backup OWNER eventops_operator");
        try (HubOperator operator =
                HubOperator.at(OperatorUrl.of(hub.ready().url()), new SecureRandom())) {
            operator.init();
            operator.restored();
        }
    }

    /** As PostgreSQL's administrator, in a database of its own. */
    private void elsewhere(String... statements) throws Exception {
        try (Connection administrator = hub.administrator("postgres");
                Statement statement = administrator.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
