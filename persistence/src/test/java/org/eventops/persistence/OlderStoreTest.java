package org.eventops.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.event.EventId;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.persistence.atrest.AtRest;
import org.eventops.persistence.atrest.FrameSeal;
import org.eventops.persistence.journal.Place;
import org.eventops.persistence.journal.Resealing;
import org.eventops.persistence.replica.StoreProbe;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of before stores had keys: everything in it lies open, until it is next opened. */
class OlderStoreTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final long MUCH = 1L << 30;

    @TempDir Path folder;

    private Path old;
    private EventContent content;
    private List<LocalMutation> waiting;

    @BeforeEach
    void anOlderStore() throws IOException, SQLException {
        Path made = folder.resolve("made");
        old = folder.resolve("old");
        try (Store store = Store.open(made, CLOCK)) {
            EventId event = Steps.filled(store);
            Steps.scan(store, event, "t0");
            content = Steps.load(store, "gala");
            waiting = store.outbox().waiting(0, 100, MUCH);
        }
        assertThat(waiting).isNotEmpty();
        AtRest atRest = new AtRest(StoreProbe.key(made));
        Map<Place, Place> moved =
                Resealing.copy(
                        made.resolve("journal"),
                        atRest.frames(),
                        old.resolve("journal"),
                        FrameSeal.NONE);
        String way = "%s:%s".formatted(atRest.scheme(), made.resolve("store.mv.db"));
        try (InputStream plain = FilePath.get(way).newInputStream()) {
            Files.write(old.resolve("store.mv.db"), plain.readAllBytes());
        }
        Files.copy(made.resolve("store.checkpoint"), old.resolve("store.checkpoint"));
        repoint(moved);
        assertThat(searched("ana@example.com")).isNotEmpty();
    }

    private void repoint(Map<Place, Place> moved) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:h2:file:" + old.resolve("store"), "sa", "");
                PreparedStatement update =
                        connection.prepareStatement(
                                "UPDATE outbox SET place = ? WHERE segment = ? AND place = ?")) {
            // Frames become shorter, so in order nothing is taken for what was moved before.
            for (Map.Entry<Place, Place> each :
                    moved.entrySet().stream()
                            .sorted(
                                    Map.Entry.comparingByKey(
                                            Comparator.comparingLong(Place::offset)))
                            .toList()) {
                update.setLong(1, each.getValue().offset());
                update.setLong(2, each.getKey().segment());
                update.setLong(3, each.getKey().offset());
                update.executeUpdate();
            }
        }
    }

    private List<Path> searched(String text) throws IOException {
        try (Stream<Path> files = Files.walk(old)) {
            return files.filter(Files::isRegularFile)
                    .filter(
                            each -> {
                                try {
                                    return new String(
                                                    Files.readAllBytes(each),
                                                    StandardCharsets.ISO_8859_1)
                                            .contains(text);
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            })
                    .toList();
        }
    }

    private void isWholeAndSealed() throws IOException {
        try (Store store = Store.open(old, CLOCK)) {
            assertThat(store.opening().state()).isEqualTo(Opening.State.CLEAN);
            assertThat(Steps.load(store, "gala")).isEqualTo(content);
            assertThat(store.outbox().waiting(0, 100, MUCH))
                    .usingRecursiveComparison()
                    .isEqualTo(waiting);
            assertThat(Steps.scan(store, Steps.id(store), "t0")).isEqualTo(Verdict.ALREADY_IN);
        }
        assertThat(searched("ana@example.com")).isEmpty();
        assertThat(old.resolve("sealing")).doesNotExist();
        Files.delete(old.resolve("store.mv.db"));
        try (Store store = Store.open(old, CLOCK)) {
            assertThat(store.opening().state()).isEqualTo(Opening.State.REBUILT);
            assertThat(Steps.scan(store, Steps.id(store), "t0")).isEqualTo(Verdict.ALREADY_IN);
        }
    }

    @Test
    void liesUnderItsKeyOnceItWasOpened() throws IOException {
        isWholeAndSealed();
    }

    @Test
    void goesOnWhereThePlugWasPulled() throws IOException, SQLException {
        StoreKey key = new FolderKeyring(old).openKey();
        StoreLocation location = new StoreLocation(old, new AtRest(key));
        new SealingUp(location, new KeyCheck(old, key)).copy();
        assertThat(searched("ana@example.com")).isNotEmpty();
        Files.move(
                old.resolve("sealing/store.mv.db"),
                old.resolve("store.mv.db"),
                StandardCopyOption.REPLACE_EXISTING);
        isWholeAndSealed();
    }

    @Test
    void beginsAnewWhenTheCopyWasNotWhole() throws IOException {
        Files.createDirectories(old.resolve("sealing/journal"));
        Files.writeString(old.resolve("sealing/store.mv.db"), "half");
        isWholeAndSealed();
    }
}
