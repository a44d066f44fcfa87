package org.eventops.launcher.bench.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.event.EventId;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.bench.Figure;

/**
 * One console hands over what it scanned alone; then eight that were alone at one event come back
 * together, and are done when all hold the same, with every second entry flagged.
 */
record ReconnectFigures(BenchHub hub, Path folder, Clock clock) {
    private static final int CONSOLES = 8;

    void run(int scans, Consumer<Figure> each) {
        List<BenchConsole> all = new ArrayList<>();
        try {
            // One in ten of a console's tickets is also scanned at the next one.
            int own = scans - scans / 10;
            int tickets = own * CONSOLES + scans;
            try (BenchConsole maker = new BenchConsole(folder.resolve("office"), clock)) {
                new BigEvent(tickets, 0).into(maker.console());
                maker.enroll(hub, "office");
                maker.plugIn();
                maker.await("the event at the hub", () -> maker.waiting() == 0);
                each.accept(alone(maker, tickets - scans, scans));
            }
            for (int i = 0; i < CONSOLES; i++) {
                all.add(joined("door-" + i));
            }
            EventId event = all.getFirst().event();
            for (int i = 0; i < CONSOLES; i++) {
                for (int n = 0; n < scans; n++) {
                    all.get(i).scan(event, i * own + n);
                }
            }
            together(all, event, scans, each);
        } finally {
            all.forEach(BenchConsole::close);
        }
    }

    /** The tickets at the end are scanned by nobody else. */
    private Figure alone(BenchConsole console, int from, int scans) {
        console.pullThePlug();
        EventId event = console.event();
        for (int i = 0; i < scans; i++) {
            console.scan(event, from + scans / 10 + i % (scans - scans / 10));
        }
        int waiting = console.waiting();
        long begun = System.nanoTime();
        console.plugIn();
        console.await("all handed over", () -> console.waiting() == 0);
        double seconds = (System.nanoTime() - begun) / 1e9;
        return Figure.single("sync-push", Math.rint(waiting / seconds), "scans/s")
                .with("scans", waiting)
                .with("limit", 5000)
                .with("ratio", Math.round(waiting / seconds / 5000 * 1000) / 1000.0);
    }

    private BenchConsole joined(String name) {
        BenchConsole console = new BenchConsole(folder.resolve(name), clock);
        console.enroll(hub, name);
        console.plugIn();
        console.awaitLoad();
        console.pullThePlug();
        return console;
    }

    private void together(List<BenchConsole> all, EventId event, int scans, Consumer<Figure> each) {
        long before = hub.ask("SELECT count(*) FROM sync.scan");
        long begun = System.nanoTime();
        all.forEach(BenchConsole::plugIn);
        all.forEach(c -> c.await("all handed over", () -> c.waiting() == 0));
        double pushed = (System.nanoTime() - begun) / 1e9;
        long there = hub.ask("SELECT count(*) FROM sync.scan") - before;
        all.forEach(c -> c.await("all fetched", () -> c.scans(event) == before + there));
        Map<String, ContentHash> expected = all.getFirst().hashes(event);
        all.forEach(c -> c.await("the same", () -> c.hashes(event).equals(expected)));
        double done = (System.nanoTime() - begun) / 1e9;
        long flagged = hub.ask("SELECT count(*) FROM sync.conflict WHERE kind = 'DUPLICATE_ENTRY'");
        each.accept(
                Figure.single("sync-push-together", Math.rint(there / pushed), "scans/s")
                        .with("consoles", CONSOLES)
                        .with("scans", there)
                        .with("limit", 3000));
        each.accept(
                Figure.single("sync-reconnect", Math.round(done * 100) / 100.0, "s")
                        .with("consoles", CONSOLES)
                        .with("scans_each", scans)
                        .with("second_entries_flagged", flagged)
                        .with("second_entries_made", (long) (CONSOLES - 1) * (scans / 10))
                        .limit("p50", 30));
    }
}
