package org.eventops.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.eventops.domain.backup.BackupFault;
import org.eventops.domain.backup.BackupFile;
import org.eventops.domain.backup.BackupKind;
import org.eventops.domain.backup.RestoreOutcome;
import org.eventops.domain.backup.TakeOutcome;
import org.eventops.domain.backup.VerifyOutcome;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.replica.Replica;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.persistence.atrest.AtRest;
import org.eventops.persistence.journal.Journal;
import org.eventops.persistence.replica.Mingling;
import org.eventops.persistence.replica.StoreProbe;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A store with a random history of its own and the hub's doing, backed up at random moments: any
 * minute of it comes back as it was. More histories with {@code -Deventops.seeds}.
 */
class PointInTimeTest {
    private static final int SEEDS = Integer.getInteger("eventops.seeds", 3);
    private static final int MINUTES = 12;
    private static final int ASKED = 3;
    private static final Instant START = Instant.parse("2026-11-21T18:00:00Z");

    @TempDir Path scratch;

    private final SteppedClock clock = new SteppedClock(START);
    private final TreeMap<Instant, Map<String, List<String>>> asOf = new TreeMap<>();
    private final List<BackupFile> taken = new ArrayList<>();

    static List<Long> seeds() {
        return java.util.stream.LongStream.range(0, SEEDS).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyMinuteOfARandomHistoryComesBack(long seed) throws SQLException {
        Random random = new Random(seed);
        live(random);
        for (int i = 0; i < ASKED; i++) {
            Instant first = taken.getFirst().facts().span().from();
            Instant last = taken.getLast().facts().span().until();
            long millis = Duration.between(first, last).toMillis();
            Instant moment = first.plusMillis((long) (random.nextDouble() * millis));
            BackupFile from = taken.get(random.nextInt(taken.size()));
            restored(from, Optional.of(moment), scratch.resolve("restored-" + i));
        }
        restored(taken.getLast(), Optional.empty(), scratch.resolve("all"));
    }

    /** What came from the hub was written over since: what it comes to in the end tells nothing. */
    @Test
    void aMomentInADamagedPartOfTheJournalIsRefused() throws IOException {
        Path folder = scratch.resolve("live");
        List<Long> ends = new ArrayList<>();
        List<Instant> moments = new ArrayList<>();
        try (Store store = Store.open(folder, clock)) {
            for (int time = 0; time < 5; time++) {
                hubNames(store, "Gate " + time);
                moments.add(clock.instant().plusSeconds(20));
                clock.on(Duration.ofMinutes(1));
                ends.add(Journal.bytes(folder.resolve("journal")));
                if (time == 0) {
                    take(store, BackupKind.FULL);
                }
            }
        }
        spoil(folder.resolve("journal"), (ends.get(1) + ends.get(2)) / 2);
        try (Store store = Store.open(folder, clock)) {
            assertThat(store.opening().damagedPlaces()).isEqualTo(1);
            take(store, BackupKind.FULL);
        }
        // Nobody knows when in the second minute, or in the third, the lost change was made.
        List<String> said = List.of("Gate 0", "", "", "", "Gate 4");
        for (int time = 0; time < moments.size(); time++) {
            assertThat(gateAt(moments.get(time), scratch.resolve("restored-" + time)))
                    .as("minute %d", time)
                    .isEqualTo(said.get(time));
        }
    }

    private static void hubNames(Store store, String name) {
        UUID event = new UUID(0x0199_d6a0_0000_7000L, 1);
        Map<String, @Nullable Object> gate = new HashMap<>();
        gate.put("id", new UUID(0x0199_d6a0_0000_7000L, 2));
        gate.put("scope", event);
        gate.put("name_key", "gate");
        gate.put("name", name);
        store.replica()
                .apply(
                        Replica.Weight.SMALL,
                        rows -> {
                            rows.put("gate", new UUID(0x0199_d6a0_0000_7000L, 2), gate);
                            return true;
                        });
    }

    private static void spoil(Path journal, long at) throws IOException {
        try (Stream<Path> files = Files.list(journal)) {
            Path file = files.findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            bytes[(int) at] ^= 1;
            Files.write(file, bytes);
        }
    }

    /** Empty where the backup says that it is damaged. */
    private String gateAt(Instant moment, Path folder) {
        Restoring restoring = new Restoring(folder, clock);
        Path file = taken.getLast().file();
        StoreKey key = ((Restoring.Open) restoring.look(file)).key();
        RestoreOutcome outcome =
                restoring.restore(
                        file, Optional.of(moment), key, (path, used) -> true, Progress.NONE);
        if (outcome instanceof RestoreOutcome.Faulty faulty) {
            assertThat(faulty.fault()).isInstanceOf(BackupFault.Damaged.class);
            return "";
        }
        List<String> gates = Objects.requireNonNull(StoreProbe.content(folder).get("gate"));
        return gates.getFirst().split(" \\| ", -1)[4];
    }

    private void live(Random random) throws SQLException {
        Path folder = scratch.resolve("live");
        try (Store store = Store.open(folder, clock);
                Connection connection =
                        Database.at(new StoreLocation(folder, new AtRest(store.key())))
                                .getConnection()) {
            Mingling mingling = new Mingling(store, random.nextLong());
            for (int minute = 0; minute < MINUTES; minute++) {
                clock.on(Duration.ofMinutes(1));
                mingling.steps(random.nextInt(6));
                asOf.put(clock.instant(), StoreProbe.content(connection));
                if ((minute > 1 && random.nextInt(3) == 0) || minute == 2) {
                    clock.on(Duration.ofSeconds(10));
                    boolean full = taken.isEmpty() || random.nextInt(4) == 0;
                    take(store, full ? BackupKind.FULL : BackupKind.INCREMENTAL);
                }
            }
        }
    }

    private void take(Store store, BackupKind kind) {
        Path folder = store.backups().place();
        TakeOutcome outcome = store.backups().take(kind, folder, Progress.NONE);
        if (outcome instanceof TakeOutcome.FullNeeded) {
            assertThat(kind).isEqualTo(BackupKind.INCREMENTAL);
            outcome = store.backups().take(BackupKind.FULL, folder, Progress.NONE);
        }
        assertThat(outcome).isInstanceOf(TakeOutcome.Taken.class);
        BackupFile file = ((TakeOutcome.Taken) outcome).backup();
        assertThat(store.backups().verify(file.file(), Progress.NONE))
                .as("%s", file)
                .isInstanceOf(VerifyOutcome.Sound.class);
        taken.add(file);
    }

    private void restored(BackupFile from, Optional<Instant> at, Path folder) {
        Restoring restoring = new Restoring(folder, clock);
        Restoring.Open open = (Restoring.Open) restoring.look(from.file());
        RestoreOutcome outcome =
                restoring.restore(from.file(), at, open.key(), (path, key) -> true, Progress.NONE);
        assertThat(outcome).isInstanceOf(RestoreOutcome.Restored.class);
        Instant moment = ((RestoreOutcome.Restored) outcome).until();
        assertThat(
                        StoreProbe.differences(
                                asOf.floorEntry(moment).getValue(), StoreProbe.content(folder)))
                .as("%s of %s", moment, taken)
                .isEmpty();
        try (Store store = Store.open(folder, clock)) {
            assertThat(store.opening().state()).isEqualTo(Opening.State.CLEAN);
            assertThat(store.opening().damagedPlaces()).isZero();
        }
    }
}
