package org.eventops.launcher.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eventops.domain.backup.BackupOutcome;
import org.eventops.domain.backup.RestoreOutcome;
import org.eventops.domain.change.Progress;
import org.eventops.domain.door.Verdict;
import org.eventops.launcher.wiring.RestoredConsole;
import org.eventops.persistence.Restoring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console of a hub is made anew of its backup, and the evening goes on. */
class RestoredConsoleTest {
    private static final int TICKETS = 200;
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir private Path folder;
    private HubForTests hub;

    @BeforeEach
    void aHub() throws Exception {
        hub = new HubForTests(folder.resolve("hub"));
    }

    @AfterEach
    void stop() throws Exception {
        hub.close();
    }

    @Test
    void whatTheBackupLacksComesBackFromTheHubAndNothingIsCountedTwice() throws Exception {
        Path place = folder.resolve("door");
        try (DoorForTests office = office()) {
            Path backup;
            try (DoorForTests door = door(place)) {
                door.enter(0, 10);
                office.isSoonAs(door);
                backup = backUp(door);
                door.enter(10, 20);
                office.isSoonAs(door);
            }
            restore(place, backup);
            try (DoorForTests door = started(place)) {
                office.isSoonAs(door);
                assertThat(door.scan(15))
                        .as("let in after the backup")
                        .isEqualTo(Verdict.ALREADY_IN);
                door.enter(20, 30);
                office.isSoonAs(door);
            }
            assertThat(admitted()).isEqualTo(30);
            assertThat(office.secondEntries()).isEmpty();
        }
    }

    @Test
    void theLaptopThatWasThoughtLostBringsWhatOnlyItKnows() throws Exception {
        Path lost = folder.resolve("door");
        Path spare = folder.resolve("spare");
        try (DoorForTests office = office()) {
            Path backup;
            try (DoorForTests door = door(lost)) {
                door.enter(0, 10);
                office.isSoonAs(door);
                backup = backUp(door);
                hub.stop();
                door.enter(10, 20);
                door.console().stayOffline();
            }
            hub.startAgain();
            Files.createDirectories(spare);
            restore(spare, backup);
            try (DoorForTests door = started(spare)) {
                door.enter(15, 30);
                office.isSoonAs(door);
                try (DoorForTests found = started(lost)) {
                    found.isSoonAs(door);
                    office.isSoonAs(found);
                    found.enter(30, 40);
                    door.enter(40, 50);
                    office.isSoonAs(door);
                    found.isSoonAs(door);
                    assertThat(admitted()).as("each scan that was made").isEqualTo(55);
                    found.await("5 second entries", SOON, () -> found.secondEntries().size() == 5);
                    door.await("at both", SOON, () -> door.secondEntries().size() == 5);
                }
            }
        }
    }

    private DoorForTests office() throws Exception {
        return hub.office(folder.resolve("office"), TICKETS);
    }

    private DoorForTests door(Path place) throws Exception {
        return hub.door(place, "door");
    }

    private static DoorForTests started(Path place) {
        DoorForTests door = new DoorForTests(place);
        door.console().startExchange();
        return door;
    }

    private long admitted() throws Exception {
        return hub.number("SELECT count(*) FROM sync.scan WHERE verdict = 'ADMITTED'");
    }

    private static Path backUp(DoorForTests door) {
        BackupOutcome outcome = door.console().backups().backUp(Progress.NONE);
        assertThat(outcome).isInstanceOf(BackupOutcome.Done.class);
        return ((BackupOutcome.Done) outcome).backup().file();
    }

    private static void restore(Path place, Path backup) {
        Clock clock = Clock.systemUTC();
        Restoring restoring = new Restoring(place, clock);
        Restoring.Look look = restoring.look(backup);
        assertThat(look).isInstanceOf(Restoring.Open.class);
        RestoreOutcome outcome =
                restoring.restore(
                        backup,
                        Optional.empty(),
                        ((Restoring.Open) look).key(),
                        new RestoredConsole(clock, Optional.empty()),
                        Progress.NONE);
        assertThat(outcome).isInstanceOf(RestoreOutcome.Restored.class);
    }
}
