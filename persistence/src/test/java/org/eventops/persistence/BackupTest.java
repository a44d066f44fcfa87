package org.eventops.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eventops.domain.backup.BackupFault;
import org.eventops.domain.backup.BackupFile;
import org.eventops.domain.backup.BackupKind;
import org.eventops.domain.backup.RestoreOutcome;
import org.eventops.domain.backup.TakeOutcome;
import org.eventops.domain.backup.VerifyOutcome;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.event.EventId;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.persistence.atrest.AtRest;
import org.eventops.persistence.replica.StoreProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups are whole, are the store's own, and come back as one whole store or not at all. */
class BackupTest {
    private static final int FLIPS = Integer.getInteger("flips", 40);
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir Path scratch;

    private Path live() {
        return scratch.resolve("live");
    }

    private static void nobodyAsked(Path restored) {
        assertThat(restored).isDirectory();
    }

    private static BackupFile taken(Store store, BackupKind kind) {
        TakeOutcome outcome = store.backups().take(kind, store.backups().place(), Progress.NONE);
        assertThat(outcome).isInstanceOf(TakeOutcome.Taken.class);
        return ((TakeOutcome.Taken) outcome).backup();
    }

    private static VerifyOutcome verified(Store store, BackupFile file) {
        return store.backups().verify(file.file(), Progress.NONE);
    }

    private RestoreOutcome restore(Path file, Optional<Instant> at, Path folder) {
        Restoring restoring = new Restoring(folder, CLOCK);
        StoreKey key = ((Restoring.Open) restoring.look(file)).key();
        return restoring.restore(file, at, key, (path, used) -> true, Progress.NONE);
    }

    private BackupFault fault(VerifyOutcome outcome) {
        return ((VerifyOutcome.Faulty) outcome).fault();
    }

    @Test
    void aBackupTakenWhileScansGoOnIsSoundAndHoldsThoseBeforeIt() throws InterruptedException {
        try (Store store = Store.open(live(), CLOCK)) {
            EventId event = Gala.made(store, 40);
            AtomicBoolean ends = new AtomicBoolean();
            AtomicInteger next = new AtomicInteger();
            Thread door =
                    new Thread(
                            () -> {
                                while (!ends.get() && next.get() < 2000) {
                                    Steps.scan(store, event, "t" + next.getAndIncrement() % 40);
                                }
                            });
            door.start();
            BackupFile full = taken(store, BackupKind.FULL);
            BackupFile more = taken(store, BackupKind.INCREMENTAL);
            ends.set(true);
            door.join();
            assertThat(next.get()).isPositive();
            assertThat(verified(store, full)).isInstanceOf(VerifyOutcome.Sound.class);
            assertThat(verified(store, more)).isInstanceOf(VerifyOutcome.Sound.class);
        }
    }

    @Test
    void anIncrementalOneNeedsAFullOneBeforeIt() {
        try (Store store = Store.open(live(), CLOCK)) {
            Path folder = store.backups().place();
            assertThat(store.backups().take(BackupKind.INCREMENTAL, folder, Progress.NONE))
                    .isInstanceOf(TakeOutcome.FullNeeded.class);
            assertThat(store.backups().in(folder)).isEmpty();
        }
    }

    @Test
    void rowsThatStandInTheDatabaseAloneTakeAFullOne() throws SQLException {
        try (Store store = Store.open(live(), CLOCK)) {
            Gala.made(store, 2);
            taken(store, BackupKind.FULL);
            try (Connection connection =
                            Database.at(new StoreLocation(live(), new AtRest(store.key())))
                                    .getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        "INSERT INTO sync_cursor (id, epoch, seq, number, loaded)"
                                + " VALUES (RANDOM_UUID(), 1, 1, 0, 1000)");
            }
            assertThat(
                            store.backups()
                                    .take(
                                            BackupKind.INCREMENTAL,
                                            store.backups().place(),
                                            Progress.NONE))
                    .isInstanceOf(TakeOutcome.FullNeeded.class);
            assertThat(taken(store, BackupKind.FULL).facts().previous()).isEmpty();
        }
    }

    /** Whatever went another way than every other change. */
    @Test
    void whatTheJournalDoesNotTellIsFoundAtTheTrial() throws SQLException {
        try (Store store = Store.open(live(), CLOCK)) {
            Gala.made(store, 2);
            taken(store, BackupKind.FULL);
            try (Connection connection =
                            Database.at(new StoreLocation(live(), new AtRest(store.key())))
                                    .getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("UPDATE gate SET name = 'South'");
            }
            BackupFile more = taken(store, BackupKind.INCREMENTAL);
            assertThat(fault(verified(store, more)))
                    .isEqualTo(new BackupFault.OtherRows(more.file(), "gate"));
        }
    }

    /** Rows are read a few hundred at a time: the last one is held against what it was as well. */
    @Test
    void everyRowOfALargeTableIsLookedAt() throws SQLException {
        try (Store store = Store.open(live(), CLOCK)) {
            Gala.made(store, 1_100);
            BackupFile full = taken(store, BackupKind.FULL);
            VerifyOutcome.Sound sound = (VerifyOutcome.Sound) verified(store, full);
            assertThat(sound.rows()).isGreaterThan(2_200);
            try (Connection connection =
                            Database.at(new StoreLocation(live(), new AtRest(store.key())))
                                    .getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        "UPDATE ticket SET name = 'Mara' WHERE _ROWID_ ="
                                + " (SELECT MAX(_ROWID_) FROM ticket)");
            }
            BackupFile more = taken(store, BackupKind.INCREMENTAL);
            assertThat(fault(verified(store, more)))
                    .isEqualTo(new BackupFault.OtherRows(more.file(), "ticket"));
        }
    }

    @Test
    void saysThatOneInBetweenIsMissing() throws IOException {
        try (Store store = Store.open(live(), CLOCK)) {
            EventId event = Gala.made(store, 3);
            taken(store, BackupKind.FULL);
            Steps.scan(store, event, "t0");
            BackupFile between = taken(store, BackupKind.INCREMENTAL);
            Steps.scan(store, event, "t1");
            BackupFile last = taken(store, BackupKind.INCREMENTAL);
            assertThat(verified(store, last)).isInstanceOf(VerifyOutcome.Sound.class);
            Path place = store.backups().place();
            Files.writeString(between.file(), "cut");
            assertThat(fault(verified(store, last)))
                    .isEqualTo(new BackupFault.PartMissing(place, List.of(between.file())));
            Files.delete(between.file());
            assertThat(fault(verified(store, last)))
                    .isEqualTo(new BackupFault.PartMissing(place, List.of()));
            assertThat(
                            store.backups()
                                    .take(
                                            BackupKind.INCREMENTAL,
                                            store.backups().place(),
                                            Progress.NONE))
                    .isInstanceOf(TakeOutcome.FullNeeded.class);
        }
    }

    @Test
    void refusesABackupOfAnotherStore() {
        BackupFile foreign;
        try (Store other = Store.open(scratch.resolve("other"), CLOCK)) {
            Gala.made(other, 2);
            foreign = taken(other, BackupKind.FULL);
        }
        try (Store store = Store.open(live(), CLOCK)) {
            assertThat(fault(verified(store, foreign))).isInstanceOf(BackupFault.OtherKey.class);
            assertThat(store.backups().isOwn(foreign)).isFalse();
        }
    }

    @Test
    void saysWhatIsNoBackup() throws IOException {
        Path file = Files.writeString(scratch.resolve("letter.txt"), "Dear Ana");
        try (Store store = Store.open(live(), CLOCK)) {
            assertThat(fault(store.backups().verify(file, Progress.NONE)))
                    .isInstanceOf(BackupFault.NoBackup.class);
        }
    }

    @Test
    void saysWhichMomentsCanBeHad() {
        BackupFile full;
        try (Store store = Store.open(live(), CLOCK)) {
            Gala.made(store, 2);
            full = taken(store, BackupKind.FULL);
        }
        Path target = scratch.resolve("target");
        for (Instant each :
                List.of(
                        full.facts().span().from().minusMillis(1),
                        full.facts().span().until().plusMillis(1))) {
            assertThat(restore(full.file(), Optional.of(each), target))
                    .isEqualTo(new RestoreOutcome.OutOfSpan(full.facts().span()));
        }
        assertThat(target.resolve("store.mv.db")).doesNotExist();
    }

    @Test
    void theStoreThatWasThereIsMovedAsideAndOpensStill() {
        BackupFile full;
        try (Store store = Store.open(live(), CLOCK)) {
            EventId event = Gala.made(store, 3);
            full = taken(store, BackupKind.FULL);
            Steps.scan(store, event, "t0");
        }
        Map<String, List<String>> later = StoreProbe.content(live());
        RestoreOutcome outcome = restore(full.file(), Optional.empty(), live());
        Path aside = ((RestoreOutcome.Restored) outcome).aside().orElseThrow();
        assertThat(StoreProbe.content(aside)).isEqualTo(later);
        assertThat(StoreProbe.content(live())).isNotEqualTo(later);
        try (Store store = Store.open(live(), CLOCK)) {
            assertThat(store.opening().state()).isEqualTo(Opening.State.CLEAN);
            Steps.scan(store, Steps.id(store), "t1");
            assertThat(store.backups().in(store.backups().place())).contains(full);
            assertThat(
                            store.backups()
                                    .take(
                                            BackupKind.INCREMENTAL,
                                            store.backups().place(),
                                            Progress.NONE))
                    .as("what was restored goes on from nothing that was taken before")
                    .isInstanceOf(TakeOutcome.FullNeeded.class);
        }
    }

    @Test
    void aStoreInUseIsNotTouched() {
        try (Store store = Store.open(live(), CLOCK)) {
            Gala.made(store, 2);
            BackupFile full = taken(store, BackupKind.FULL);
            assertThatThrownBy(() -> restore(full.file(), Optional.empty(), live()))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            e -> assertThat(e.problem()).isEqualTo(StoreException.Problem.IN_USE));
        }
    }

    @Test
    void whoMayNotRestoresNothing() {
        BackupFile full;
        try (Store store = Store.open(live(), CLOCK)) {
            Gala.made(store, 2);
            full = taken(store, BackupKind.FULL);
        }
        Restoring restoring = new Restoring(live(), CLOCK);
        StoreKey key = ((Restoring.Open) restoring.look(full.file())).key();
        Map<String, List<String>> before = StoreProbe.content(live());
        assertThat(
                        restoring.restore(
                                full.file(),
                                Optional.empty(),
                                key,
                                (path, used) -> false,
                                Progress.NONE))
                .isInstanceOf(RestoreOutcome.NotPermitted.class);
        assertThat(StoreProbe.content(live())).isEqualTo(before);
        assertThat(leftBehind()).isEmpty();
    }

    private List<Path> leftBehind() {
        try (Stream<Path> files = Files.list(live())) {
            return files.filter(each -> each.getFileName().toString().matches("restor.*|backup-.*"))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void cancelledItLeavesNothing() throws IOException {
        Progress cancelled =
                new Progress() {
                    @Override
                    public void at(long done, long total) {
                        // not shown
                    }

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                };
        try (Store store = Store.open(live(), CLOCK)) {
            Gala.made(store, 2);
            Path folder = store.backups().place();
            assertThat(store.backups().take(BackupKind.FULL, folder, cancelled))
                    .isInstanceOf(TakeOutcome.Cancelled.class);
            assertThat(folder).isEmptyDirectory();
            BackupFile full = taken(store, BackupKind.FULL);
            assertThat(store.backups().verify(full.file(), cancelled))
                    .isInstanceOf(VerifyOutcome.Cancelled.class);
            assertThat(leftBehind()).isEmpty();
            assertThat(live().resolve("backup.copying")).doesNotExist();
        }
    }

    /** Each step of the swap is the last before the plug is pulled, once. */
    @Test
    void aRestoreCutAtAnyStepLeavesOneStoreWhole() throws IOException {
        BackupFile full;
        try (Store store = Store.open(live(), CLOCK)) {
            EventId event = Gala.made(store, 3);
            full = taken(store, BackupKind.FULL);
            Steps.scan(store, event, "t0");
        }
        Path restored = scratch.resolve("restored");
        restore(full.file(), Optional.empty(), restored);
        Map<String, List<String>> now = StoreProbe.content(restored);
        boolean cut = true;
        for (int steps = 0; cut; steps++) {
            Path folder = StoreProbe.copyOf(live(), scratch.resolve("cut-" + steps));
            StoreProbe.copyOf(restored, folder.resolve("restoring-x"));
            cut = swapIsCut(folder, steps);
            Store.unlocking(folder, CLOCK);
            assertThat(StoreProbe.content(folder)).as("cut after %d", steps).isEqualTo(now);
            try (Store store = Store.open(folder, CLOCK)) {
                assertThat(store.opening().state()).isEqualTo(Opening.State.CLEAN);
            }
            assertThat(StoreProbe.content(folder.resolve("before"))).isNotEqualTo(now);
            assertThat(folder.resolve("restoring-x")).doesNotExist();
        }
    }

    private static boolean swapIsCut(Path folder, int steps) {
        AtomicInteger left = new AtomicInteger(steps);
        RestoreSwap swap =
                new RestoreSwap(
                        folder,
                        (from, to) -> {
                            if (left.getAndDecrement() == 0) {
                                throw new IOException("the plug is pulled");
                            }
                            Files.move(from, to);
                        });
        try {
            swap.swap(folder.resolve("restoring-x"), folder.resolve("before"));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** More of them with {@code -Dflips=1000}. */
    @Test
    void noBitThatFallsGivesWrongDataSilently() throws IOException {
        BackupFile full;
        BackupFile more;
        try (Store store = Store.open(live(), CLOCK)) {
            EventId event = Gala.made(store, 3);
            full = taken(store, BackupKind.FULL);
            Steps.scan(store, event, "t0");
            more = taken(store, BackupKind.INCREMENTAL);
        }
        Restoring restoring = new Restoring(scratch.resolve("none"), CLOCK);
        StoreKey key = ((Restoring.Open) restoring.look(full.file())).key();
        assertThat(restoring.verify(more.file(), key, BackupTest::nobodyAsked, Progress.NONE))
                .isInstanceOf(VerifyOutcome.Sound.class);
        Random random = new Random(Long.getLong("flips.seed", 11));
        for (int i = 0; i < FLIPS; i++) {
            Path file = random.nextInt(4) == 0 ? more.file() : full.file();
            byte[] before = Files.readAllBytes(file);
            byte[] after = before.clone();
            int reach = random.nextInt(3) == 0 ? Math.min(2000, after.length) : after.length;
            int at = random.nextInt(reach);
            after[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, after);
            assertThat(restoring.verify(more.file(), key, BackupTest::nobodyAsked, Progress.NONE))
                    .as("bit in byte %d of %s", at, file)
                    .isInstanceOf(VerifyOutcome.Faulty.class);
            Files.write(file, before);
        }
    }

    @Test
    void aFileThatWasCutIsDamaged() throws IOException {
        BackupFile full;
        try (Store store = Store.open(live(), CLOCK)) {
            Gala.made(store, 3);
            full = taken(store, BackupKind.FULL);
        }
        Restoring restoring = new Restoring(scratch.resolve("none"), CLOCK);
        StoreKey key = ((Restoring.Open) restoring.look(full.file())).key();
        byte[] all = Files.readAllBytes(full.file());
        for (int less : new int[] {1, 20, all.length / 2}) {
            Files.write(full.file(), java.util.Arrays.copyOf(all, all.length - less));
            assertThat(
                            fault(
                                    restoring.verify(
                                            full.file(),
                                            key,
                                            BackupTest::nobodyAsked,
                                            Progress.NONE)))
                    .isInstanceOf(BackupFault.Damaged.class);
        }
    }

    @Test
    void aSecondPlaceGetsWhatIsReadThereAgain() throws IOException {
        try (Store store = Store.open(live(), CLOCK)) {
            Gala.made(store, 3);
            BackupFile full = taken(store, BackupKind.FULL);
            Path second = scratch.resolve("usb");
            assertThat(store.backups().copy(full, second)).as("not plugged in").isFalse();
            Files.createDirectories(second);
            assertThat(store.backups().copy(full, second)).isTrue();
            assertThat(store.backups().in(second)).hasSize(1);
            assertThat(
                            store.backups()
                                    .verify(
                                            second.resolve(full.file().getFileName()),
                                            Progress.NONE))
                    .isInstanceOf(VerifyOutcome.Sound.class);
        }
    }

    @Test
    void anotherKeyIsToldFromDamage() {
        BackupFile full;
        try (Store store = Store.open(live(), CLOCK)) {
            Gala.made(store, 2);
            full = taken(store, BackupKind.FULL);
        }
        StoreKey wrong = StoreKey.random(new SecureRandom());
        Restoring restoring = new Restoring(scratch.resolve("none"), CLOCK);
        assertThat(
                        fault(
                                restoring.verify(
                                        full.file(),
                                        wrong,
                                        BackupTest::nobodyAsked,
                                        Progress.NONE)))
                .isInstanceOf(BackupFault.OtherKey.class);
    }
}
