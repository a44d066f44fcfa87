package org.eventops.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eventops.domain.backup.BackupFile;
import org.eventops.domain.backup.BackupKind;
import org.eventops.domain.backup.BackupOutcome;
import org.eventops.domain.backup.BackupOutcome.Second;
import org.eventops.domain.backup.BackupPlaces;
import org.eventops.domain.backup.BackupService;
import org.eventops.domain.change.Progress;
import org.eventops.domain.event.EventId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken when, what becomes of it, over a real store and real folders. */
class BackupServiceTest {
    @TempDir Path scratch;

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-21T18:00:00Z"));
    private Store store;
    private EventId event;
    private BackupPlaces places;
    private BackupService service;

    @BeforeEach
    void open() {
        store = Store.open(scratch.resolve("store"), clock);
        event = Gala.made(store, 3);
        places =
                new BackupPlaces(
                        store.transactions(), store.settings(), store.access(), store.audit());
        service = new BackupService(store.backups(), places, clock, ZoneOffset.UTC);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private BackupOutcome.Done backUp() {
        BackupOutcome outcome = service.backUp(Progress.NONE);
        assertThat(outcome).isInstanceOf(BackupOutcome.Done.class);
        return (BackupOutcome.Done) outcome;
    }

    private BackupKind kind() {
        return backUp().backup().facts().kind();
    }

    @Test
    void oneOfAllEachDayAndWhatIsNewEachHour() {
        assertThat(service.due()).contains(BackupKind.FULL);
        assertThat(kind()).isEqualTo(BackupKind.FULL);
        assertThat(service.due()).isEmpty();
        assertThat(places.lastSound()).contains(clock.instant());
        clock.on(Duration.ofHours(1));
        assertThat(service.due()).contains(BackupKind.INCREMENTAL);
        Steps.scan(store, event, "t0");
        assertThat(kind()).isEqualTo(BackupKind.INCREMENTAL);
        clock.on(Duration.ofHours(23));
        assertThat(service.due()).contains(BackupKind.FULL);
        assertThat(kind()).isEqualTo(BackupKind.FULL);
        assertThat(service.state().own()).hasSize(3);
    }

    @Test
    void aDamagedOneIsFoundBeforeItIsNeededAndAWholeOneTakenInstead() throws IOException {
        BackupFile full = backUp().backup();
        byte[] bytes = Files.readAllBytes(full.file());
        bytes[bytes.length - 100] ^= 1;
        Files.write(full.file(), bytes);
        clock.on(Duration.ofHours(1));
        Steps.scan(store, event, "t0");
        BackupOutcome.Done instead = backUp();
        assertThat(instead.backup().facts().kind())
                .as("nothing can go on from what is damaged")
                .isEqualTo(BackupKind.FULL);
        assertThat(instead.damaged()).containsExactly(full.file());
    }

    @Test
    void oneThatIsDamagedOnTheWayIsNamedAndWhatIsWholeStays() throws IOException {
        BackupFile full = backUp().backup();
        clock.on(Duration.ofHours(1));
        Steps.scan(store, event, "t0");
        BackupFile first = backUp().backup();
        clock.on(Duration.ofHours(1));
        Steps.scan(store, event, "t1");
        backUp();
        byte[] bytes = Files.readAllBytes(first.file());
        bytes[20] ^= 1;
        Files.write(first.file(), bytes);
        clock.on(Duration.ofHours(1));
        BackupOutcome.Done next = backUp();
        assertThat(next.backup().facts().kind()).isEqualTo(BackupKind.FULL);
        assertThat(next.damaged()).containsExactly(first.file());
        assertThat(full.file()).exists();
    }

    @Test
    void theSecondPlaceGetsWhatItMissedWhenItIsThereAgain() throws IOException {
        Path stick = scratch.resolve("stick");
        places.chooseSecond(Optional.of(stick));
        assertThat(backUp().second()).isEqualTo(Second.AWAY);
        assertThat(service.state().secondIsThere()).isFalse();
        Files.createDirectories(stick);
        clock.on(Duration.ofHours(1));
        Steps.scan(store, event, "t0");
        assertThat(backUp().second()).isEqualTo(Second.COPIED);
        List<BackupFile> there = store.backups().in(stick);
        assertThat(there).hasSize(2).allMatch(store.backups()::isOwn);
        places.chooseSecond(Optional.empty());
        clock.on(Duration.ofHours(1));
        assertThat(backUp().second()).isEqualTo(Second.NONE);
    }

    @Test
    void whatIsWrittenAfterABackupIsLaterThanItAlsoWhereTheClockWasPutBack() {
        BackupFile first = backUp().backup();
        clock.on(Duration.ofHours(-1));
        Steps.scan(store, event, "t0");
        BackupFile second = backUp().backup();
        assertThat(second.facts().isFull()).isTrue();
        assertThat(second.facts().span().from()).isAfter(first.facts().span().until());
    }

    @Test
    void afterTenDaysWhatIsSuperfluousIsGone() {
        for (int day = 0; day < 10; day++) {
            backUp();
            clock.on(Duration.ofDays(1));
        }
        // Seven days, and of the weeks before those the newest one.
        assertThat(service.state().own()).hasSizeBetween(7, 9);
        assertThat(service.state().lastFull()).isPresent();
    }
}
