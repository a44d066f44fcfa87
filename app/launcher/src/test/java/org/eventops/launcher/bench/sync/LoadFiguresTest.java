package org.eventops.launcher.bench.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eventops.launcher.bench.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Not how fast: that what is measured can be measured, with the limits of the same rows beside. */
class LoadFiguresTest {
    private static final int TICKETS = 40;

    @TempDir private Path folder;

    @Test
    void aFirstLoadIsMeasuredBesideWhatBothDatabasesCanDoAlone() {
        List<Figure> figures = new ArrayList<>();
        try (BenchHub hub = new BenchHub(folder.resolve("hub"))) {
            new LoadFigures(hub, folder, Clock.systemUTC()).run(TICKETS, figures::add);
        }
        assertThat(figures)
                .extracting(Figure::name)
                .containsExactly(
                        "sync-bring-along",
                        "limit-copy",
                        "limit-h2-insert",
                        "sync-gate-ready",
                        "sync-first-load");
        assertThat(figures).allSatisfy(figure -> assertThat(figure.p50()).isPositive());
        assertThat(figures.getLast().extras())
                .as("tickets, their orders, the event and its organisation")
                .hasEntrySatisfying(
                        "rows", rows -> assertThat((long) rows).isGreaterThan(2L * TICKETS));
    }
}
