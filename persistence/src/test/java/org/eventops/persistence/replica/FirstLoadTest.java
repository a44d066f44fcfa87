package org.eventops.persistence.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.Replica.Weight;
import org.eventops.domain.event.EventId;
import org.eventops.persistence.Gala;
import org.eventops.persistence.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a first load stand in no journal: what then of a crash? */
class FirstLoadTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final UUID SCOPE = new UUID(0x0199_d6a0_0000_7000L, 1);
    private static final UUID FROM = new UUID(5, 5);
    private static final UUID WHOLE = new UUID(5, 6);
    private static final int ROWS = 300;

    @TempDir Path scratch;

    private Path live() {
        return scratch.resolve("live");
    }

    private static void chunk(Store store, int from, Cursor cursor) {
        UUID scope = cursor.scope();
        List<Map<String, @Nullable Object>> orders = new ArrayList<>();
        for (int i = from; i < from + ROWS; i++) {
            orders.add(
                    Wire.order(scope, new UUID(scope.getMostSignificantBits(), 100 + i), "o" + i));
        }
        store.replica()
                .apply(
                        Weight.LARGE,
                        rows -> {
                            assertThat(rows.insertAll("ticket_order", orders)).isTrue();
                            rows.cursor(cursor);
                            return true;
                        });
    }

    private static Cursor loading(long whole) {
        return loading(SCOPE, whole);
    }

    private static Cursor loading(UUID scope, long whole) {
        return new Cursor(
                scope,
                1,
                40,
                FROM,
                new Cursor.Loading("ticket_order", new UUID(7, whole), 40, whole, WHOLE));
    }

    private static void finish(Store store) {
        store.replica()
                .apply(
                        Weight.SMALL,
                        rows -> {
                            rows.cursor(whole(SCOPE));
                            return true;
                        });
    }

    private static Cursor whole(UUID scope) {
        return new Cursor(scope, 1, 40, FROM, new Cursor.Loading("", null, 40, 60, WHOLE));
    }

    @Test
    void goesOnWhereItWasWhenTheProgramWasClosed() {
        try (Store store = Store.open(live(), CLOCK)) {
            chunk(store, 0, loading(50));
        }
        try (Store store = Store.open(live(), CLOCK)) {
            assertThat(store.replica().cursors()).containsExactly(loading(50));
            chunk(store, ROWS, loading(60));
            finish(store);
            assertThat(orders(store)).isEqualTo(2L * ROWS);
        }
    }

    @Test
    void beginsAgainOverWhatIsThereAfterACrashInTheMiddle() {
        Path crashed = scratch.resolve("crashed");
        try (Store store = Store.open(live(), CLOCK)) {
            EventId own = Gala.made(store, 3);
            chunk(store, 0, loading(50));
            Gala.scanned(store, own, "t0");
            StoreProbe.copyOf(live(), crashed);
        }
        try (Store store = Store.open(crashed, CLOCK)) {
            Cursor cursor = store.replica().cursors().getFirst();
            assertThat(cursor.loading())
                    .isEqualTo(new Cursor.Loading("event", null, 40, 50, WHOLE));
            assertThat(cursor.mark()).isEqualTo(FROM);
            assertThat(store.outbox().waiting(0, 10, 1L << 30)).hasSize(2);
        }
    }

    @Test
    void isWholeAfterACrashOnceAllIsThere() {
        Path crashed = scratch.resolve("crashed");
        List<Cursor> cursors;
        try (Store store = Store.open(live(), CLOCK)) {
            chunk(store, 0, loading(50));
            finish(store);
            followed(store, 41);
            store.replica().secure();
            cursors = store.replica().cursors();
            StoreProbe.copyOf(live(), crashed);
        }
        try (Store store = Store.open(crashed, CLOCK)) {
            assertThat(store.replica().cursors()).isEqualTo(cursors);
            assertThat(orders(store)).isEqualTo(ROWS);
        }
    }

    @Test
    void aRebuildHasItFromTheSnapshotThatWasTakenAfterIt() throws IOException {
        List<Cursor> cursors;
        try (Store store = Store.open(live(), CLOCK)) {
            chunk(store, 0, loading(50));
            finish(store);
            followed(store, 41);
            store.replica().secure();
            cursors = store.replica().cursors();
        }
        Files.delete(live().resolve("store.mv.db"));
        try (Store store = Store.open(live(), CLOCK)) {
            assertThat(store.replica().cursors()).isEqualTo(cursors);
            assertThat(orders(store)).isEqualTo(ROWS);
        }
    }

    @Test
    void nobodyWhoWaitsForRowsWaitsForTheirCopy() throws IOException {
        UUID next = new UUID(SCOPE.getMostSignificantBits() + 0x10000, 2);
        try (Store store = Store.open(live(), CLOCK)) {
            for (UUID scope : List.of(SCOPE, next)) {
                chunk(store, 0, loading(scope, 50));
                chunk(store, ROWS, whole(scope));
            }
            followed(store, 41);
            assertThat(snapshots()).isEmpty();
            store.replica().secure();
            assertThat(snapshots()).hasSize(1);
            store.replica().secure();
            assertThat(snapshots()).hasSize(1);
        }
        Files.delete(live().resolve("store.mv.db"));
        try (Store store = Store.open(live(), CLOCK)) {
            assertThat(orders(store)).isEqualTo(2L * ROWS);
            assertThat(StoreProbe.hash(store, next, "ticket_order").rows()).isEqualTo(2L * ROWS);
        }
    }

    @Test
    void whatWasLoadedLastIsCopiedAtTheEnd() throws IOException {
        try (Store store = Store.open(live(), CLOCK)) {
            chunk(store, 0, loading(50));
            chunk(store, ROWS, whole(SCOPE));
        }
        assertThat(snapshots()).hasSize(1);
        Files.delete(live().resolve("store.mv.db"));
        try (Store store = Store.open(live(), CLOCK)) {
            assertThat(orders(store)).isEqualTo(2L * ROWS);
        }
    }

    private List<Path> snapshots() throws IOException {
        Path folder = live().resolve("snapshots");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void withoutAnySnapshotTheHubWillNotKnowTheCursorAndWhatWaitsStays() throws IOException {
        EventId own;
        try (Store store = Store.open(live(), CLOCK)) {
            own = Gala.made(store, 3);
            chunk(store, 0, loading(50));
            finish(store);
            followed(store, 41);
            store.replica().secure();
            Gala.scanned(store, own, "t0");
        }
        Files.delete(live().resolve("store.mv.db"));
        Mingling.delete(live().resolve("snapshots"));
        try (Store store = Store.open(live(), CLOCK)) {
            Cursor cursor = store.replica().cursors().getFirst();
            assertThat(cursor.loading()).isNull();
            assertThat(cursor.seq()).isEqualTo(41);
            assertThat(cursor.mark()).isNotEqualTo(new UUID(9, 41));
            assertThat(store.outbox().waiting(0, 10, 1L << 30)).hasSize(2);
            assertThat(Gala.scanned(store, own, "t0").name()).isEqualTo("ALREADY_IN");
        }
    }

    @Test
    void whatTheJournalLostOfTheHubIsAskedForAgain() throws IOException {
        Path crashed = scratch.resolve("crashed");
        try (Store store = Store.open(live(), CLOCK)) {
            Gala.made(store, 3);
            followed(store, 41);
            followed(store, 42);
            StoreProbe.copyOf(live(), crashed);
        }
        // As after a power cut: the database has what the end of the journal had not yet.
        Files.copy(
                live().resolve("store.mv.db"),
                crashed.resolve("store.mv.db"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        cutLastFrames(crashed);
        try (Store store = Store.open(crashed, CLOCK)) {
            Cursor cursor = store.replica().cursors().getFirst();
            assertThat(cursor.mark()).isNotEqualTo(new UUID(9, 42));
            assertThat(store.outbox().waiting(0, 10, 1L << 30)).hasSize(1);
        }
    }

    /** The last frame from the hub and what came after it. */
    private static void cutLastFrames(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("journal"))) {
            Path file = files.filter(f -> f.toString().endsWith(".log")).findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 60));
        }
    }

    private static void followed(Store store, long seq) {
        store.replica()
                .apply(
                        Weight.SMALL,
                        rows -> {
                            rows.cursor(Wire.at(SCOPE, seq));
                            return true;
                        });
    }

    private static long orders(Store store) {
        return StoreProbe.hash(store, SCOPE, "ticket_order").rows();
    }
}
