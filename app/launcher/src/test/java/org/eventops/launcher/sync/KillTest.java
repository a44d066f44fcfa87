package org.eventops.launcher.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.eventops.domain.change.replica.Replica.Membership;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.hub.DevHub;
import org.eventops.launcher.wiring.Joining;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.sync.server.EnrolmentBundle;
import org.eventops.sync.server.FirstConnection;
import org.eventops.sync.server.FolderDeviceSecrets;
import org.eventops.sync.server.HubAccess;
import org.eventops.sync.server.HubOperator;
import org.eventops.sync.server.OperatorUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Consoles and hub in processes of their own, killed at each named step: what was shown green is at
 * the hub, once. {@code -Dsync.kills=20} kills that often at each; one is usual.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("sync.kills", 1);
    private static final int SCANS = 25;
    private static final int TICKETS = Math.max(4000, NamedSteps.ALL.size() * KILLS * SCANS);

    @TempDir private Path folder;
    private DevHub hub;
    private DevHub.Ready ready;
    private int next;
    private int tickets = TICKETS;
    private final TreeSet<String> greens = new TreeSet<>();

    @BeforeEach
    void aHubWithAnEvent() throws Exception {
        hub = new DevHub(folder.resolve("hub"), new SecureRandom());
        ready = hub.start(Optional.empty());
        Path maker = folder.resolve("maker");
        try (OpenConsole console = OpenConsole.open(maker, Clock.systemUTC())) {
            new BigEvent(TICKETS, 0).into(console);
            enroll(console, maker, "maker");
        }
        finish(maker);
    }

    @AfterEach
    void stop() throws Exception {
        hub.stop();
    }

    @Test
    void aConsoleKilledAtAnyStepLosesNoGreenAndDoublesNone() throws Exception {
        Path door = door("door");
        for (String step : NamedSteps.ALL) {
            for (int kill = 1; kill <= KILLS; kill++) {
                // Steps of a first load and of a large mutation need a console that has one to do.
                Path store = step.startsWith("load") ? door("door-" + step + kill) : door;
                stopAt(store, step, kill, KillTest::killTheConsole);
            }
        }
        finish(door);
        allAreThereOnce();
    }

    @Test
    void aHubKilledAtAnyStepLosesNoGreenAndDoublesNone() throws Exception {
        Path door = door("door");
        for (String step : NamedSteps.ALL) {
            for (int kill = 1; kill <= KILLS; kill++) {
                Path store = step.startsWith("load") ? door("door-" + step + kill) : door;
                stopAt(store, step, kill, this::killTheHub);
            }
        }
        finish(door);
        allAreThereOnce();
    }

    /** What is done at the step. */
    private interface Blow {
        void fall(Process console) throws Exception;
    }

    private static void killTheConsole(Process console) throws Exception {
        console.destroyForcibly();
        assertThat(console.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private void killTheHub(Process console) throws Exception {
        // The signal of "pg_ctl stop -m immediate": nothing is written down any more.
        Process signal = new ProcessBuilder("kill", "-QUIT", "" + ready.server().pid()).start();
        assertThat(signal.waitFor()).isZero();
        ready.server().onExit().get(60, TimeUnit.SECONDS);
        ready = hub.start(Optional.empty());
        try (OutputStream word = console.getOutputStream()) {
            word.write("go on\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private void stopAt(Path store, String step, int nth, Blow blow) throws Exception {
        // A large mutation is made on the way, where its parts are what is waited for.
        boolean parts = step.startsWith("part");
        tickets += parts ? KilledConsole.GROWTH : 0;
        Process console = started(store, step, nth % 3 + 1, SCANS, parts ? tickets : 0);
        try (BufferedReader out = console.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("green ")) {
                    greens.add(line.substring(6));
                } else if (line.startsWith("at ")) {
                    blow.fall(console);
                    if (!console.isAlive()) {
                        // What it had said before was read; its pipe went with it.
                        break;
                    }
                }
            }
        }
        assertThat(console.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    /** Runs it in peace until everything is at the hub. */
    private void finish(Path store) throws Exception {
        Process console = started(store, "-", 1, 0, 0);
        try (BufferedReader out = console.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = out.lines().toList();
            assertThat(lines).last().isEqualTo("done");
        }
    }

    private Process started(Path store, String step, int nth, int scans, int grown)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledConsole.class.getName(),
                                store.toString(),
                                step,
                                Integer.toString(nth),
                                Integer.toString(next),
                                Integer.toString(scans),
                                Integer.toString(grown)));
        next += scans;
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private Path door(String name) throws Exception {
        Path door = folder.resolve(name);
        try (OpenConsole console = OpenConsole.open(door, Clock.systemUTC())) {
            enroll(console, door, name);
        }
        return door;
    }

    private void enroll(OpenConsole console, Path store, String name) throws Exception {
        EnrolmentBundle bundle;
        try (HubOperator operator =
                HubOperator.at(OperatorUrl.of(ready.url()), new SecureRandom())) {
            bundle = operator.enroll(ready.tenant(), name, "organizer", List.of());
        }
        HubAccess access =
                new FirstConnection(
                                new FolderDeviceSecrets(store, console.store().key()),
                                new SecureRandom())
                        .use(bundle);
        Membership member = Joining.of(access);
        console.store().adopt(member.tenant(), member.device(), member.lineage());
    }

    private void allAreThereOnce() throws SQLException {
        List<String> there = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(ready.url());
                PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT code FROM sync.scan WHERE verdict = 'ADMITTED'");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                there.add(rows.getString(1));
            }
        }
        assertThat(greens).as("some were let in, or nothing was tried").isNotEmpty();
        assertThat(there).doesNotHaveDuplicates().containsAll(greens);
    }
}
