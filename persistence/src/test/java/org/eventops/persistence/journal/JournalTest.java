package org.eventops.persistence.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.persistence.atrest.AtRest;
import org.eventops.persistence.atrest.FrameSeal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final FrameSeal SEAL = new AtRest(StoreKey.random(new SecureRandom())).frames();

    private static final Instant AT = Instant.parse("2026-11-20T00:00:00Z");

    @TempDir Path folder;

    @Property(tries = 200)
    void keepsEveryWholeMutationBeforeATornTail(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 400) Integer> sizes,
            @ForAll @IntRange(max = 4000) int cut)
            throws IOException {
        inScratch(
                scratch -> {
                    Path file = written(scratch, sizes);
                    byte[] bytes = Files.readAllBytes(file);
                    int kept = Math.max(0, bytes.length - cut);
                    Files.write(file, java.util.Arrays.copyOf(bytes, kept));
                    List<Long> numbers = pending(scratch);
                    assertThat(numbers)
                            .isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
                    assertThat(pending(scratch)).isEqualTo(numbers);
                    assertThat(cut > 0 || numbers.size() == sizes.size()).isTrue();
                });
    }

    @Property(tries = 300)
    void passesOverAFlippedBitAndSaysSo(
            @ForAll @Size(min = 3, max = 8) List<@IntRange(min = 1, max = 400) Integer> sizes,
            @ForAll @IntRange(max = 1_000_000) int place,
            @ForAll @IntRange(max = 7) int bit)
            throws IOException {
        inScratch(
                scratch -> {
                    Path file = written(scratch, sizes);
                    byte[] bytes = Files.readAllBytes(file);
                    bytes[place % bytes.length] ^= (byte) (1 << bit);
                    Files.write(file, bytes);
                    JournalRecovery.Found found = JournalRecovery.read(scratch, SEAL, 0);
                    assertThat(found.damaged() + found.torn()).isPositive();
                    assertThat(found.pending().size()).isBetween(sizes.size() - 1, sizes.size());
                    for (Mutation each : all(found)) {
                        assertThat(each.changes().getFirst())
                                .isEqualTo(content(each.number(), sizes));
                    }
                });
    }

    @Test
    void aFrameInAnothersPlaceIsDamage() throws IOException {
        Path file = written(folder, List.of(50, 50, 50));
        byte[] bytes = Files.readAllBytes(file);
        int length = bytes.length / 3;
        byte[] swapped = bytes.clone();
        System.arraycopy(bytes, 0, swapped, length, length);
        System.arraycopy(bytes, length, swapped, 0, length);
        Files.write(file, swapped);
        JournalRecovery.Found found = JournalRecovery.read(folder, SEAL, 0);
        assertThat(found.damaged()).isEqualTo(2);
        assertThat(found.torn()).isZero();
        assertThat(pending(folder)).containsExactly(3L);
    }

    @Test
    void underAnotherKeyNothingIsReadAndNothingCutOff() throws IOException {
        Path file = written(folder, List.of(50, 50));
        long size = Files.size(file);
        FrameSeal other = new AtRest(StoreKey.random(new SecureRandom())).frames();
        JournalRecovery.Found found = JournalRecovery.read(folder, other, 0);
        assertThat(found.pending()).isEmpty();
        assertThat(found.damaged()).isEqualTo(2);
        assertThat(Files.size(file)).isEqualTo(size);
        assertThat(pending(folder)).containsExactly(1L, 2L);
    }

    @Test
    void forgetsWhatWasAborted() throws IOException {
        try (Journal journal = Journal.open(folder, SEAL)) {
            prepare(journal, 1, 10);
            journal.commit(1);
            prepare(journal, 2, 10);
            journal.abort(2);
            prepare(journal, 3, 10);
        }
        assertThat(pending(folder)).containsExactly(1L, 3L);
        assertThat(JournalRecovery.read(folder, SEAL, 1).highest()).isEqualTo(3);
    }

    @Test
    void readsAMutationOfManyPartsAsOne() throws IOException {
        List<byte[]> changes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            changes.add(new byte[100_000]);
        }
        try (Journal journal = Journal.open(folder, SEAL)) {
            journal.prepare(mutation(1), changes.iterator());
        }
        assertThat(JournalRecovery.read(folder, SEAL, 0).pending().getFirst().mutation().changes())
                .hasSize(40);
    }

    /** A part between that cannot be read leaves no mutation, and none that looks like one. */
    @Test
    void aHoleTellsWhichMutationsMayBeMissing() throws IOException {
        List<byte[]> changes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            changes.add(new byte[100_000]);
        }
        try (Journal journal = Journal.open(folder, SEAL)) {
            prepare(journal, 1, 10);
            journal.commit(1);
            journal.prepare(mutation(2), changes.iterator());
            journal.commit(2);
            prepare(journal, 3, 10);
            journal.commit(3);
        }
        assertThat(JournalRecovery.read(folder, SEAL, 0).mayLack(0, Long.MAX_VALUE)).isFalse();
        Path file = Segments.all(folder).getFirst();
        byte[] whole = Files.readAllBytes(file);
        byte[] bytes = whole.clone();
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        JournalRecovery.Found found = JournalRecovery.read(folder, SEAL, 0);
        assertThat(pending(folder)).containsExactly(1L, 3L);
        assertThat(found.mayLack(0, 3)).isTrue();
        assertThat(found.mayLack(2, 3)).as("the store has it").isFalse();
        assertThat(found.mayLack(0, 1)).as("nothing that old is meant").isFalse();
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        found = JournalRecovery.read(folder, SEAL, 0);
        assertThat(found.torn()).isPositive();
        assertThat(found.mayLack(0, Long.MAX_VALUE)).as("it never ended").isFalse();
    }

    @Test
    void startsAnotherFileWhenOneIsFullAndReadsOnlyWhatItMust() throws IOException {
        try (Journal journal = Journal.open(folder, SEAL)) {
            for (int number = 1; number <= 40; number++) {
                prepare(journal, number, 1 << 20);
            }
        }
        assertThat(Segments.all(folder)).hasSizeGreaterThan(2);
        assertThat(Segments.after(folder, 40)).hasSize(1);
        assertThat(JournalRecovery.read(folder, SEAL, 35).pending()).hasSize(5);
    }

    @Test
    void takesBackWhatItCouldNotWriteWhole() throws IOException {
        Iterator<byte[]> failing =
                Stream.of(1)
                        .<byte[]>map(
                                unused -> {
                                    throw new UncheckedIOException(new IOException("gone"));
                                })
                        .iterator();
        try (Journal journal = Journal.open(folder, SEAL)) {
            prepare(journal, 1, 10);
            assertThatThrownBy(() -> journal.prepare(mutation(2), failing))
                    .isInstanceOf(UncheckedIOException.class);
            prepare(journal, 2, 20);
        }
        assertThat(pending(folder)).containsExactly(1L, 2L);
    }

    private interface Work {
        void in(Path scratch) throws IOException;
    }

    private static void inScratch(Work work) throws IOException {
        Path scratch = Files.createTempDirectory("journal");
        try {
            work.in(scratch);
        } finally {
            try (Stream<Path> files = Files.walk(scratch)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static Path written(Path scratch, List<Integer> sizes) throws IOException {
        try (Journal journal = Journal.open(scratch, SEAL)) {
            for (int i = 0; i < sizes.size(); i++) {
                byte[] change = content(i + 1, sizes);
                journal.prepare(mutation(i + 1), List.of(change).iterator());
            }
        }
        return Segments.all(scratch).getFirst();
    }

    private static byte[] content(long number, List<Integer> sizes) {
        byte[] change = new byte[sizes.get((int) number - 1)];
        java.util.Arrays.fill(change, (byte) number);
        return change;
    }

    private static void prepare(Journal journal, long number, int size) throws IOException {
        journal.prepare(mutation(number), List.of(new byte[size]).iterator());
    }

    private static Mutation mutation(long number) {
        return new Mutation(number, new UUID(7, number), AT, Mutation.Origin.HERE, List.of());
    }

    private static List<Mutation> all(JournalRecovery.Found found) {
        return found.pending().stream().map(JournalRecovery.Placed::mutation).toList();
    }

    private static List<Long> pending(Path folder) throws IOException {
        return all(JournalRecovery.read(folder, SEAL, 0)).stream().map(Mutation::number).toList();
    }
}
