package org.eventops.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.eventops.domain.backup.BackupFile;
import org.eventops.domain.backup.BackupKind;
import org.eventops.domain.backup.RestoreOutcome;
import org.eventops.domain.backup.TakeOutcome;
import org.eventops.domain.backup.VerifyOutcome;
import org.eventops.domain.change.Progress;
import org.eventops.persistence.atrest.AtRest;
import org.eventops.persistence.replica.Mingling;
import org.eventops.persistence.replica.StoreProbe;
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
                    take(store, random);
                }
            }
        }
    }

    private void take(Store store, Random random) {
        Path folder = store.backups().place();
        BackupKind kind =
                taken.isEmpty() || random.nextInt(4) == 0
                        ? BackupKind.FULL
                        : BackupKind.INCREMENTAL;
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
