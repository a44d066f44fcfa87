package org.eventops.launcher.bench.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.eventops.domain.event.EventId;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.bench.Figure;

/**
 * One console hands over what it scanned alone; then eight that were alone at one event, each a
 * process of its own, come back together, and are done when all hold the same, with every second
 * entry flagged.
 */
record ReconnectFigures(BenchHub hub, Path folder, Clock clock) {
    private static final int CONSOLES = 8;

    void run(int scans, Consumer<Figure> each) {
        // One in ten of a console's tickets is also scanned at the next one.
        int own = scans - scans / 10;
        int tickets = own * CONSOLES + scans;
        EventId event;
        try (BenchConsole maker = new BenchConsole(folder.resolve("office"), clock)) {
            new BigEvent(tickets, 0).into(maker.console());
            maker.enroll(hub, "office");
            maker.plugIn();
            maker.await("the event at the hub", () -> maker.waiting() == 0);
            event = maker.event();
            each.accept(alone(maker, event, tickets - scans, scans));
        }
        List<DoorProcess> all = new ArrayList<>();
        try {
            for (int i = 0; i < CONSOLES; i++) {
                all.add(joined("door-" + i));
                all.get(i).ask("%s %d %d".formatted(DoorProcess.SCAN, i * own, scans));
            }
            together(all, event, scans, each);
        } finally {
            all.forEach(DoorProcess::close);
        }
    }

    /** The tickets at the end are scanned by nobody else. */
    private static Figure alone(BenchConsole console, EventId event, int from, int scans) {
        console.pullThePlug();
        for (int i = 0; i < scans; i++) {
            console.scan(event, from + scans / 10 + i % (scans - scans / 10));
        }
        int waiting = console.waiting();
        Spent before = console.spent();
        long begun = System.nanoTime();
        console.plugIn();
        console.await("all handed over", () -> console.waiting() == 0);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Spent spent = console.spent().since(before);
        return spent.beside(
                Figure.single("sync-push", Math.rint(waiting / seconds), "scans/s")
                        .with("scans", waiting)
                        .with("limit", 5000)
                        .with("ratio", Math.round(waiting / seconds / 5000 * 1000) / 1000.0));
    }

    /** One that has the event, and is unplugged. */
    private DoorProcess joined(String name) {
        Path store = folder.resolve(name);
        try (BenchConsole empty = new BenchConsole(store, clock)) {
            empty.enroll(hub, name);
        }
        DoorProcess door = new DoorProcess(store);
        door.ask(DoorProcess.PLUG);
        door.ask(DoorProcess.LOADED);
        door.ask(DoorProcess.UNPLUG);
        return door;
    }

    private void together(List<DoorProcess> all, EventId event, int scans, Consumer<Figure> each) {
        long before = hub.ask("SELECT count(*) FROM sync.scan");
        Spent ready = DoorProcess.spent(all);
        long begun = System.nanoTime();
        DoorProcess.askAll(all, DoorProcess.PLUG);
        DoorProcess.askAll(all, DoorProcess.HANDED);
        double pushed = (System.nanoTime() - begun) / 1e9;
        Spent handing = DoorProcess.spent(all).since(ready);
        long there = hub.ask("SELECT count(*) FROM sync.scan") - before;
        long seq =
                hub.ask(
                        "SELECT seq FROM sync.scope_clock WHERE scope = '%s'"
                                .formatted(event.value()));
        DoorProcess.askAll(all, "%s %d".formatted(DoorProcess.FETCHED, seq));
        double done = (System.nanoTime() - begun) / 1e9;
        Spent spent = DoorProcess.spent(all).since(ready);
        int contents = new HashSet<>(DoorProcess.askAll(all, DoorProcess.CONTENT)).size();
        if (contents > 1) {
            throw new IllegalStateException(contents + " different contents");
        }
        long flagged = hub.ask("SELECT count(*) FROM sync.conflict WHERE kind = 'DUPLICATE_ENTRY'");
        each.accept(
                handing.beside(
                        Figure.single("sync-push-together", Math.rint(there / pushed), "scans/s")
                                .with("consoles", CONSOLES)
                                .with("scans", there)
                                .with("limit", 3000)));
        each.accept(
                spent.beside(
                        Figure.single("sync-reconnect", Math.round(done * 100) / 100.0, "s")
                                .with("consoles", CONSOLES)
                                .with("scans_each", scans)
                                .with("second_entries_flagged", flagged)
                                .with("second_entries_made", (long) (CONSOLES - 1) * (scans / 10))
                                .limit("p50", 30)));
    }
}
