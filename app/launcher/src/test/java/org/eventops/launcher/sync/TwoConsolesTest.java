package org.eventops.launcher.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eventops.domain.access.Role;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.event.EventId;
import org.eventops.domain.people.Member;
import org.eventops.domain.people.PasswordOutcome;
import org.eventops.domain.sync.ChangeFiles.GiveOutcome;
import org.eventops.domain.sync.ChangeFiles.Reason;
import org.eventops.domain.sync.ChangeFiles.TakeOutcome;
import org.eventops.domain.sync.Conflict;
import org.eventops.domain.sync.SyncControl.ConnectOutcome;
import org.eventops.domain.sync.SyncStatus.State;
import org.eventops.domain.sync.Take;
import org.eventops.launcher.bench.BigEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Whole consoles, a real PostgreSQL, real files: what a person would see with two laptops. */
class TwoConsolesTest {
    private static final int TICKETS = 300;

    @TempDir private static Path shared;

    @SuppressWarnings("NullAway.Init")
    private static HubForTests hub;

    @TempDir private Path folder;

    @BeforeAll
    static void hub() throws Exception {
        hub = new HubForTests(shared.resolve("hub"));
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
    }

    /** Each test has an organisation of its own, at a hub that runs. */
    @BeforeEach
    void organisation(TestInfo test) throws Exception {
        hub.startAgain();
        hub.organisation(test.getDisplayName());
    }

    @Test
    void aScanAtOneShowsAtTheOtherAndASecondEntryIsToldAtBoth() throws Exception {
        try (DoorForTests office = office();
                DoorForTests door = door("door")) {
            assertThat(office.scan(1)).isEqualTo(Verdict.ADMITTED);
            door.await("the scan", () -> entered(door) == 1);
            assertThat(door.scan(1)).isEqualTo(Verdict.ALREADY_IN);

            hub.stop();
            assertThat(office.scan(2)).isEqualTo(Verdict.ADMITTED);
            assertThat(door.scan(2)).isEqualTo(Verdict.ADMITTED);
            for (int ticket = 10; ticket < 60; ticket++) {
                assertThat((ticket % 2 == 0 ? office : door).scan(ticket))
                        .isEqualTo(Verdict.ADMITTED);
            }
            door.await("it noticed", () -> door.status().state() == State.UNREACHABLE);
            assertThat(door.status().waiting()).isPositive();

            hub.startAgain();
            office.console().sync().control().now();
            door.console().sync().control().now();
            office.isSoonAs(door);
            office.await("the alert", () -> office.secondEntries().size() == 1);
            door.await("the alert", () -> door.secondEntries().size() == 1);
        }
    }

    @Test
    void aConflictIsSettledAtOneAndSettledAtTheOther() throws Exception {
        try (DoorForTests office = office();
                DoorForTests door = door("door")) {
            hub.stop();
            assertThat(office.scan(1)).isEqualTo(Verdict.ADMITTED);
            assertThat(door.scan(1)).isEqualTo(Verdict.ADMITTED);
            hub.startAgain();
            office.console().sync().control().now();
            door.console().sync().control().now();
            office.await("the alert", () -> office.secondEntries().size() == 1);
            door.await("the alert", () -> door.secondEntries().size() == 1);

            Conflict conflict = door.secondEntries().getFirst();
            door.console().sync().conflicts().resolve(conflict.id(), Take.BOTH, "ana", "seen");
            office.await("that it is settled", () -> office.secondEntries().isEmpty());
            door.console().sync().conflicts().reopen(conflict.id());
            office.await("that it is open again", () -> office.secondEntries().size() == 1);
            office.isSoonAs(door);
        }
    }

    /** The organisation's people stay where they are; those of the event come to its doors. */
    @Test
    void whoWorksAtTheEventIsKnownAtItsDoor() throws Exception {
        try (DoorForTests office = office()) {
            office.console().people().add("Ana", Role.ADMINISTRATOR, "ana@correo.co");
            EventId event =
                    office.console()
                            .store()
                            .transactions()
                            .read(() -> office.console().store().events().id(BigEvent.SLUG))
                            .orElseThrow();
            office.console().people().assign(event, "Eva", Role.DOOR_SUPERVISOR);
            office.await("all at the hub", () -> office.waiting() == 0);
            try (DoorForTests door = door("door")) {
                assertThat(door.console().people().all())
                        .containsExactly(
                                new Member(
                                        "Eva",
                                        Optional.empty(),
                                        Map.of(event, Role.DOOR_SUPERVISOR),
                                        null));
                assertThat(door.console().passwords().give("Eva", "lluvia sobre tejado"))
                        .isEqualTo(new PasswordOutcome.Done("Eva", true));
                office.console().people().release(event, "Eva");
                door.await("her leaving", () -> door.console().people().all().isEmpty());
                assertThat(door.console().take("Eva")).as("anything left to do").isFalse();
            }
        }
    }

    @Test
    void withoutAHubConsolesExchangeByFileAndNothingIsCountedTwice() throws Exception {
        try (DoorForTests office = office();
                DoorForTests door = door("door")) {
            hub.stop();
            assertThat(door.scan(1)).isEqualTo(Verdict.ADMITTED);
            assertThat(door.scan(2)).isEqualTo(Verdict.ADMITTED);
            Path stick = folder.resolve("stick.eventops");
            assertThat(door.console().changeFiles().give(stick))
                    .isEqualTo(new GiveOutcome.Given(2, 0));
            assertThat(office.console().changeFiles().take(stick))
                    .isEqualTo(new TakeOutcome.Taken("door", 2, 2, 0));
            assertThat(office.console().changeFiles().take(stick))
                    .as("a second time")
                    .isEqualTo(new TakeOutcome.Taken("door", 2, 0, 0));
            assertThat(office.scan(1)).as("let in at the door").isEqualTo(Verdict.ALREADY_IN);

            // Only the office reaches the hub at first: it brings the door's changes along.
            door.console().stayOffline();
            hub.startAgain();
            office.console().sync().control().now();
            office.await(
                    "the answers", () -> office.status().waiting() == 0 && answers(office) == 2);
            Path back = folder.resolve("back.eventops");
            office.console().changeFiles().give(back);
            assertThat(door.console().changeFiles().take(back))
                    .isEqualTo(new TakeOutcome.Taken("office", 0, 0, 2));
            assertThat(door.waiting()).as("answered by file").isZero();
        }
    }

    @Test
    void aFileOfAnotherOrganisationIsRefused() throws Exception {
        try (DoorForTests office = office();
                DoorForTests stranger = new DoorForTests(folder.resolve("stranger"))) {
            hub.organisation("another");
            hub.connect(stranger.console(), "stranger", "admin");
            Path stick = folder.resolve("stick.eventops");
            stranger.console().changeFiles().give(stick);
            assertThat(office.console().changeFiles().take(stick))
                    .isEqualTo(new TakeOutcome.Refused(Reason.OTHER_ORGANISATION));
        }
    }

    @Test
    void aConsoleThatWasTakenOutLocksAndAnAdministratorTakesInWhatItHadNotSent() throws Exception {
        try (DoorForTests office = office()) {
            Path sealed;
            try (DoorForTests door = door("door")) {
                hub.stop();
                assertThat(door.scan(7)).isEqualTo(Verdict.ADMITTED);
                door.await("it noticed", () -> door.status().state() == State.UNREACHABLE);
                door.console().stayOffline();
                hub.startAgain();
                hub.revoke("door");
            }
            try (DoorForTests door = new DoorForTests(folder.resolve("door"))) {
                door.console().startExchange();
                door.await("the lock", () -> door.status().state() == State.LOCKED);
                door.await("the seal", () -> door.console().sealed().isPresent());
                sealed = door.console().sealed().orElseThrow();
            }
            try (DoorForTests door = new DoorForTests(folder.resolve("door"))) {
                assertThat(door.status().state()).as("after a restart").isEqualTo(State.LOCKED);
            }
            assertThat(office.console().changeFiles().take(sealed))
                    .isEqualTo(new TakeOutcome.Taken("door", 1, 1, 0));
            assertThat(office.scan(7)).isEqualTo(Verdict.ALREADY_IN);
        }
    }

    @Test
    void aBundleIsGoodForOneConsoleOnly() throws Exception {
        byte[] bundle = hub.bundle("door", "door");
        try (DoorForTests first = new DoorForTests(folder.resolve("first"));
                DoorForTests second = new DoorForTests(folder.resolve("second"))) {
            assertThat(connect(first, bundle, "wrong"))
                    .isInstanceOf(ConnectOutcome.NotOpened.class);
            assertThat(connect(first, bundle, "a passphrase"))
                    .isInstanceOf(ConnectOutcome.Connected.class);
            assertThat(connect(second, bundle, "a passphrase"))
                    .isInstanceOf(ConnectOutcome.Expired.class);
        }
    }

    private static ConnectOutcome connect(DoorForTests door, byte[] bundle, String passphrase) {
        return door.console()
                .sync()
                .control()
                .connect(bundle, passphrase.toCharArray(), Progress.NONE);
    }

    @Test
    void aKeptFileThatWasDamagedDoesNotHoldUpTheOthers() throws Exception {
        try (DoorForTests office = office();
                DoorForTests north = door("north");
                DoorForTests south = door("south")) {
            hub.stop();
            giveTo(office, north, 1);
            giveTo(office, south, 2);
            Path damaged = carried(".parcel").getFirst();
            byte[] content = Files.readAllBytes(damaged);
            content[content.length / 2] ^= 1;
            Files.write(damaged, content);
            hub.startAgain();
            office.console().sync().control().now();
            office.await("the other's answers", () -> carried(".answers").size() == 1);
            office.await("only one kept", () -> carried(".parcel").size() == 1);
            assertThat(carried(".parcel")).containsExactly(damaged);
        }
    }

    private void giveTo(DoorForTests office, DoorForTests door, int ticket) throws IOException {
        assertThat(door.scan(ticket)).isEqualTo(Verdict.ADMITTED);
        door.console().stayOffline();
        Path stick = folder.resolve("stick-" + ticket);
        assertThat(door.console().changeFiles().give(stick)).isEqualTo(new GiveOutcome.Given(1, 0));
        assertThat(office.console().changeFiles().take(stick))
                .isInstanceOf(TakeOutcome.Taken.class);
    }

    private List<Path> carried(String suffix) {
        try (Stream<Path> files = Files.list(folder.resolve("office").resolve("carried"))) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With an event, and connected. */
    private DoorForTests office() throws Exception {
        return hub.office(folder.resolve("office"), TICKETS);
    }

    private DoorForTests door(String name) throws Exception {
        return hub.door(folder.resolve(name), name);
    }

    private static long entered(DoorForTests door) {
        return door.content().getOrDefault("scan", ContentHash.NONE).rows();
    }

    /** How many answers for another the office would give out. */
    private int answers(DoorForTests office) {
        try {
            GiveOutcome given =
                    office.console()
                            .changeFiles()
                            .give(folder.resolve("probe-" + UUID.randomUUID() + ".eventops"));
            return given instanceof GiveOutcome.Given g ? g.answers() : -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
