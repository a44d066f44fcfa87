package org.eventops.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eventops.persistence.Steps.filled;
import static org.eventops.persistence.Steps.id;
import static org.eventops.persistence.Steps.load;
import static org.eventops.persistence.Steps.merge;
import static org.eventops.persistence.Steps.scan;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.event.EventId;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.MergeCounts;
import org.eventops.persistence.replica.StoreProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir Path folder;

    @Test
    void keepsAWholeEventOverARestart() {
        EventContent gala = Samples.event("gala", 20);
        try (Store store = Store.open(folder, CLOCK)) {
            assertThat(store.opening().state()).isEqualTo(Opening.State.CREATED);
            assertThat(merge(store, gala)).isEqualTo(new MergeCounts(46, 0, 0));
        }
        try (Store store = Store.open(folder, CLOCK)) {
            assertThat(store.opening().state()).isEqualTo(Opening.State.CLEAN);
            assertThat(merge(store, gala)).isEqualTo(new MergeCounts(0, 0, 46));
            EventContent kept = load(store, "gala");
            assertThat(kept.orders()).hasSize(20);
            assertThat(kept.products().getFirst().addonOf()).containsExactly("a\tb", "c\\n");
            assertThat(kept.event()).isEqualTo(gala.event());
            assertThat(store.transactions().read(() -> store.events().rows()).getFirst().sold())
                    .isEqualTo(20);
        }
    }

    @Test
    void admitsOnceAndCountsIt() {
        try (Store store = Store.open(folder, CLOCK)) {
            EventId event = filled(store);
            assertThat(scan(store, event, "t1")).isEqualTo(Verdict.ADMITTED);
            assertThat(scan(store, event, "t1")).isEqualTo(Verdict.ALREADY_IN);
            assertThat(scan(store, event, "DEAD")).isEqualTo(Verdict.UNKNOWN_TICKET);
            assertThat(scan(store, event, "dead")).isEqualTo(Verdict.REVOKED);
            var counts =
                    store.transactions()
                            .read(() -> store.doorQueries().counts(event, "Main", CLOCK.instant()));
            assertThat(counts.entered()).isEqualTo(1);
            assertThat(counts.inside()).isEqualTo(1);
            assertThat(counts.tickets()).isEqualTo(5);
            assertThat(counts.refused()).containsEntry(Verdict.ALREADY_IN, 1);
        }
    }

    @Test
    void tellsWhichFeatureOfWhichEventHasChanged() {
        try (Store store = Store.open(folder, CLOCK)) {
            EventId event = filled(store);
            List<LocalChange> heard = new ArrayList<>();
            var listening = store.changes().listen(heard::add);
            scan(store, event, "t1");
            listening.close();
            scan(store, event, "t2");
            assertThat(heard)
                    .containsExactly(
                            new LocalChange(Feature.DOOR, java.util.Set.of(event.value())));
        }
    }

    @Test
    void rollsBackWhatFailsAndJournalsNothingOfIt() {
        try (Store store = Store.open(folder, CLOCK)) {
            filled(store);
            long before = journalBytes();
            assertThatThrownBy(
                            () ->
                                    store.transactions()
                                            .write(
                                                    () -> {
                                                        store.exchange()
                                                                .merge(
                                                                        Samples.event("other", 3),
                                                                        Progress.NONE);
                                                        throw new IllegalStateException("no");
                                                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(journalBytes()).isEqualTo(before);
            assertThat(store.transactions().read(() -> store.exchange().load("other"))).isEmpty();
        }
    }

    @Test
    void buildsTheDatabaseAnewFromTheJournalWhenItIsMissing() throws IOException {
        EventContent before = writtenAndClosed();
        Files.delete(folder.resolve("store.mv.db"));
        try (Store store = Store.open(folder, CLOCK)) {
            assertThat(store.opening().state()).isEqualTo(Opening.State.REBUILT);
            assertThat(load(store, "gala")).isEqualTo(before);
            assertThat(scan(store, id(store), "t1")).isEqualTo(Verdict.ALREADY_IN);
        }
    }

    @Test
    void buildsTheDatabaseAnewWhenItIsDamagedAndKeepsTheDamagedFile() throws IOException {
        EventContent before = writtenAndClosed();
        Path file = folder.resolve("store.mv.db");
        byte[] noise = new byte[(int) Files.size(file)];
        java.util.Arrays.fill(noise, (byte) 0x5a);
        Files.write(file, noise);
        try (Store store = Store.open(folder, CLOCK)) {
            assertThat(store.opening().state()).isEqualTo(Opening.State.REBUILT);
            assertThat(store.opening().aside()).exists();
            assertThat(load(store, "gala")).isEqualTo(before);
        }
    }

    @Test
    void startsARebuildFromTheSnapshot() throws IOException {
        EventContent before;
        try (Store store = Store.open(folder, CLOCK)) {
            EventId event = filled(store);
            store.snapshot();
            scan(store, event, "t1");
            before = load(store, "gala");
        }
        Files.delete(folder.resolve("store.mv.db"));
        try (Store store = Store.open(folder, CLOCK)) {
            assertThat(store.opening().applied()).isEqualTo(1);
            assertThat(load(store, "gala")).isEqualTo(before);
        }
    }

    @Test
    void bringsBackARowThatTheDatabaseLostInACrashThoughItSaysItHasIt() throws Exception {
        EventContent before = writtenAndClosed();
        Files.delete(folder.resolve("store.checkpoint"));
        try (Connection raw = StoreProbe.open(folder);
                Statement statement = raw.createStatement()) {
            assertThat(statement.executeUpdate("DELETE FROM scan")).isEqualTo(1);
            statement.executeUpdate("UPDATE ticket SET note = 'wrong'");
        }
        try (Store store = Store.open(folder, CLOCK)) {
            assertThat(store.opening().state()).isEqualTo(Opening.State.RECOVERED);
            assertThat(load(store, "gala")).isEqualTo(before);
            assertThat(scan(store, id(store), "t1")).isEqualTo(Verdict.ALREADY_IN);
        }
        try (Store store = Store.open(folder, CLOCK)) {
            assertThat(store.opening().state()).isEqualTo(Opening.State.CLEAN);
        }
    }

    @Test
    void cutsATornTailOff() throws IOException {
        EventContent before = writtenAndClosed();
        try (RandomAccessFile file = new RandomAccessFile(journalFile().toFile(), "rw")) {
            file.seek(file.length());
            file.write(new byte[] {(byte) 0xE5, (byte) 0xA1, 0x0B, 0x17, 0, 0, 1, 0, 9, 9});
        }
        try (Store store = Store.open(folder, CLOCK)) {
            assertThat(store.opening().tornBytes()).isEqualTo(10);
            assertThat(load(store, "gala")).isEqualTo(before);
            assertThat(scan(store, id(store), "t2")).isEqualTo(Verdict.ADMITTED);
        }
        Files.delete(folder.resolve("store.mv.db"));
        try (Store store = Store.open(folder, CLOCK)) {
            assertThat(scan(store, id(store), "t2")).isEqualTo(Verdict.ALREADY_IN);
        }
    }

    @Test
    void saysWhoHoldsTheStore() {
        try (Store store = Store.open(folder, CLOCK)) {
            assertThat(store.opening()).isNotNull();
            assertThatThrownBy(() -> Store.open(folder, CLOCK))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            e -> {
                                assertThat(e.problem()).isEqualTo(StoreException.Problem.IN_USE);
                                assertThat(e.detail())
                                        .startsWith(ProcessHandle.current().pid() + " ");
                            });
        }
        Store.open(folder, CLOCK).close();
    }

    @Test
    void remembersSettingsWithoutJournallingThem() {
        try (Store store = Store.open(folder, CLOCK)) {
            filled(store);
            long before = journalBytes();
            store.transactions().write(() -> put(store, "theme", "dark"));
            store.transactions().write(() -> put(store, "theme", "light"));
            assertThat(store.transactions().read(() -> store.settings().get("theme")))
                    .contains("light");
            assertThat(store.transactions().read(() -> store.settings().under("th")))
                    .isEqualTo(Map.of("theme", "light"));
            assertThat(journalBytes()).isEqualTo(before);
        }
    }

    private static Object put(Store store, String key, String value) {
        store.settings().put(key, value);
        return value;
    }

    private EventContent writtenAndClosed() {
        try (Store store = Store.open(folder, CLOCK)) {
            EventId event = filled(store);
            scan(store, event, "t1");
            return load(store, "gala");
        }
    }

    private Path journalFile() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("journal"))) {
            return files.filter(f -> f.toString().endsWith(".log")).findFirst().orElseThrow();
        }
    }

    private long journalBytes() {
        try {
            return Files.size(journalFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
