package org.eventops.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eventops.persistence.atrest.AtRest;
import org.eventops.persistence.replica.Mingling;
import org.eventops.persistence.replica.StoreProbe;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What this console did and what came from the hub, mingled at random: after a crash at any moment
 * and after a rebuild everything is as it was.
 */
class OwnAndHubTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final int SEEDS = Integer.getInteger("eventops.seeds", 6);
    private static final int STEPS = 60;

    @TempDir Path scratch;

    static List<Long> seeds() {
        return java.util.stream.LongStream.range(0, SEEDS).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsLostOrDoubledOrOutOfOrder(long seed) throws IOException, SQLException {
        Path folder = scratch.resolve("live");
        Path early = scratch.resolve("early");
        Path crashed = scratch.resolve("crashed");
        try (Store store = Store.open(folder, CLOCK)) {
            Mingling mingling = new Mingling(store, seed);
            mingling.steps(STEPS / 2);
            store.snapshot();
            StoreProbe.copyOf(folder, early);
            mingling.steps(STEPS / 2);
            StoreProbe.copyOf(folder, crashed);
        }
        Map<String, List<String>> expected = StoreProbe.content(folder);
        assertSame("after a crash", expected, recovered(crashed));

        Files.delete(crashed.resolve("store.mv.db"));
        assertSame("from the snapshot", expected, recovered(crashed));

        Files.delete(crashed.resolve("store.mv.db"));
        Mingling.delete(crashed.resolve("snapshots"));
        Mingling.delete(crashed.resolve("store.checkpoint"));
        assertSame("from the journal alone", expected, recovered(crashed));

        Mingling.delete(crashed.resolve("store.checkpoint"));
        assertSame("applied again over itself", expected, recovered(crashed));

        Files.copy(early.resolve("store.mv.db"), scratch.resolve("old.mv.db"));
        Files.delete(crashed.resolve("store.mv.db"));
        Mingling.delete(crashed.resolve("store.checkpoint"));
        Files.copy(scratch.resolve("old.mv.db"), crashed.resolve("store.mv.db"));
        assertSame("over an older file", expected, recovered(crashed));
    }

    private static void assertSame(
            String how, Map<String, List<String>> expected, Map<String, List<String>> actual) {
        assertThat(StoreProbe.differences(expected, actual)).as(how).isEmpty();
    }

    private static Map<String, List<String>> recovered(Path folder)
            throws IOException, SQLException {
        Database.shutDown(
                new Recovery(new StoreLocation(folder, new AtRest(StoreProbe.key(folder))), CLOCK)
                        .run()
                        .database());
        return StoreProbe.content(folder);
    }
}
