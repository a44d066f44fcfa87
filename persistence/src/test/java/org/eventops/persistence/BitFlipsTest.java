package org.eventops.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.event.EventId;
import org.eventops.domain.exchange.EventContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bits fall anywhere in a store's files: what is read is what was written, or it is said that it
 * cannot be read. More of them with {@code -Dflips=1000}.
 */
class BitFlipsTest {
    private static final int FLIPS = Integer.getInteger("flips", 40);
    private static final long SEED = Long.getLong("flips.seed", 11);
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir Path folder;

    @Test
    void noneGivesWrongDataSilently() throws IOException {
        Path store = folder.resolve("store");
        EventContent before = written(store);
        List<Path> files = files(store);
        long bytes = 0;
        for (Path each : files) {
            bytes += Files.size(each);
        }
        Random random = new Random(SEED);
        Map<String, Integer> told = new TreeMap<>();
        for (int i = 0; i < FLIPS; i++) {
            Path copy = folder.resolve("copy-" + i);
            // By file as well as by size, so that the small ones are not passed over.
            Path file =
                    i % 2 == 0
                            ? files.get(random.nextInt(files.size()))
                            : at(files, (long) (random.nextDouble() * bytes));
            copy(store, copy);
            flip(copy.resolve(store.relativize(file)), random);
            told.merge(opened(copy, before, file), 1, Integer::sum);
            delete(copy);
        }
        assertThat(told).containsKey("same");
        assertThat(told.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(FLIPS);
    }

    /** It only says from where on to apply again: a store with another one opens all the same. */
    @Test
    void noBitOfTheCheckpointKeepsTheStoreShut() throws IOException {
        Path store = folder.resolve("store");
        EventContent before = written(store);
        Path checkpoint = store.resolve("store.checkpoint");
        byte[] whole = Files.readAllBytes(checkpoint);
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            Files.write(checkpoint, flipped);
            assertThat(opened(store, before, checkpoint)).isEqualTo("same");
        }
    }

    private static String opened(Path copy, EventContent before, Path flipped) {
        try (Store store = Store.open(copy, CLOCK)) {
            assertThat(Steps.load(store, "gala"))
                    .as("%s, %s", flipped, store.opening())
                    .isEqualTo(before);
            return "same";
        } catch (StoreException e) {
            assertThat(e.problem())
                    .as("%s", flipped)
                    .isIn(StoreException.Problem.CORRUPT, StoreException.Problem.NEWER);
            return e.problem().name();
        }
    }

    private static EventContent written(Path folder) {
        try (Store store = Store.open(folder, CLOCK)) {
            EventId event = Steps.filled(store);
            Steps.scan(store, event, "t0");
            store.snapshot();
            Steps.scan(store, event, "t1");
            return Steps.load(store, "gala");
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> found = new ArrayList<>();
            for (Path each : all.sorted().toList()) {
                if (Files.isRegularFile(each) && Files.size(each) > 0) {
                    found.add(each);
                }
            }
            return found;
        }
    }

    private static Path at(List<Path> files, long place) throws IOException {
        long left = place;
        for (Path each : files) {
            left -= Files.size(each);
            if (left < 0) {
                return each;
            }
        }
        return files.getLast();
    }

    private static void flip(Path file, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
