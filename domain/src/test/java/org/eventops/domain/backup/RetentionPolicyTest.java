package org.eventops.domain.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Seven days, four weeks, twelve months. */
class RetentionPolicyTest {
    private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
    private static final Instant START = Instant.parse("2025-01-01T05:00:00Z");

    static Stream<Long> seeds() {
        return IntStream.range(0, 200).mapToObj(Long::valueOf);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsTheNewestAndWhatItNeedsAndNeverTooMany(long seed) {
        Random random = new Random(seed);
        List<BackupFile> all = history(random);
        List<BackupFile> gone = RetentionPolicy.USUAL.superfluous(all, BOGOTA);
        List<BackupFile> kept = new ArrayList<>(all);
        kept.removeAll(gone);

        BackupFile newest = newest(all.stream());
        assertThat(kept).contains(newest);
        assertThat(kept).contains(newest(all.stream().filter(each -> each.facts().isFull())));
        long fulls = kept.stream().filter(each -> each.facts().isFull()).count();
        assertThat(fulls).isLessThanOrEqualTo(7 + 4 + 12 + 1);
        BackupChain before = new BackupChain(all);
        BackupChain after = new BackupChain(kept);
        assertThat(kept).allMatch(each -> after.of(each).equals(before.of(each)));
        assertThat(RetentionPolicy.USUAL.superfluous(kept, BOGOTA)).isEmpty();
    }

    private static BackupFile newest(Stream<BackupFile> all) {
        return all.max(Comparator.comparing(each -> each.facts().span().until())).orElseThrow();
    }

    private static List<BackupFile> history(Random random) {
        List<BackupFile> all = new ArrayList<>();
        Instant now = START;
        int count = 1 + random.nextInt(300);
        for (int i = 0; i < count; i++) {
            now = now.plus(Duration.ofMinutes(1 + random.nextInt(60 * 24 * 4)));
            boolean full = all.isEmpty() || random.nextInt(3) == 0;
            all.add(
                    full
                            ? FakeFiles.full(now.minusSeconds(1), now, previous(all))
                            : FakeFiles.more(all.getLast(), now));
        }
        return all;
    }

    private static Optional<java.util.UUID> previous(List<BackupFile> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().facts().id());
    }

    @Test
    void afterTwoYearsOfEachDayItKeepsSevenDaysFourWeeksAndTwelveMonths() {
        List<BackupFile> own = new ArrayList<>();
        for (int day = 0; day < 730; day++) {
            Instant at = START.plus(Duration.ofDays(day));
            own.add(FakeFiles.full(at, at, Optional.empty()));
            own.removeAll(RetentionPolicy.USUAL.superfluous(own, BOGOTA));
        }
        // The newest of the months and of the weeks are among those of the days.
        assertThat(own).hasSizeBetween(7 + 2 + 10, 7 + 4 + 12);
        Instant oldest = own.getFirst().facts().takenAt();
        assertThat(Duration.between(oldest, own.getLast().facts().takenAt()).toDays())
                .isBetween(330L, 366L);
    }

    /** As after an incremental one was found damaged: what is whole still leads to its minutes. */
    @Test
    void aSecondFullOneOfADayLeavesTheFirstWithItsMinutes() {
        BackupFile first = FakeFiles.full(START, START, Optional.empty());
        BackupFile more = FakeFiles.more(first, START.plusSeconds(600));
        Instant later = START.plusSeconds(1200);
        BackupFile second = FakeFiles.full(later, later, Optional.empty());
        assertThat(RetentionPolicy.USUAL.superfluous(List.of(first, more, second), BOGOTA))
                .isEmpty();
    }

    @Test
    void minutesStayForTheTwoNewestFullOnes() {
        BackupFile old = FakeFiles.full(START, START, Optional.empty());
        BackupFile oldMore = FakeFiles.more(old, START.plusSeconds(3600));
        List<BackupFile> own = new ArrayList<>(List.of(old, oldMore));
        for (int day = 1; day < 3; day++) {
            Instant at = START.plus(Duration.ofDays(day));
            BackupFile full = FakeFiles.full(at, at, Optional.empty());
            own.add(full);
            own.add(FakeFiles.more(full, at.plusSeconds(3600)));
        }
        assertThat(RetentionPolicy.USUAL.superfluous(own, BOGOTA)).containsExactly(oldMore);
    }
}
