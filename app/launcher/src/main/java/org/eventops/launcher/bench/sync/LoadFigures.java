package org.eventops.launcher.bench.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.eventops.domain.event.EventId;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.bench.Figure;

/** A big event comes to an empty console, beside what PostgreSQL and H2 alone can do. */
record LoadFigures(BenchHub hub, Path folder, Clock clock) {
    void run(int tickets, Consumer<Figure> each) {
        double slower;
        try (BenchConsole maker = new BenchConsole(folder.resolve("maker"), clock)) {
            new BigEvent(tickets, 0).into(maker.console());
            EventId event = maker.event();
            maker.enroll(hub, "maker");
            long begun = System.nanoTime();
            maker.plugIn();
            maker.await("the event at the hub", () -> maker.waiting() == 0);
            each.accept(seconds("sync-bring-along", System.nanoTime() - begun));
            // It would go on to fetch its own rows back, beside what is measured next.
            maker.pullThePlug();
            BareLimits limits = new BareLimits(maker.access(), event.value());
            double copy = limits.copyToNothing();
            double insert = limits.insertIntoH2(folder.resolve("bare"), clock);
            each.accept(Figure.single("limit-copy", Math.rint(copy), "rows/s"));
            each.accept(Figure.single("limit-h2-insert", Math.rint(insert), "rows/s"));
            slower = Math.min(copy, insert);
        }
        load(tickets, slower, each);
    }

    private void load(int tickets, double limit, Consumer<Figure> each) {
        Path store = folder.resolve("empty");
        try (BenchConsole empty = new BenchConsole(store, clock)) {
            empty.enroll(hub, "empty");
        }
        try (DoorProcess door = new DoorProcess(store)) {
            Spent before = door.spent();
            long begun = System.nanoTime();
            door.ask(DoorProcess.PLUG);
            door.ask(DoorProcess.READY);
            long ready = System.nanoTime() - begun;
            door.ask(DoorProcess.LOADED);
            double taken = (System.nanoTime() - begun) / 1e9;
            Spent spent = door.spent().since(before);
            long rows = Long.parseLong(door.ask(DoorProcess.CONTENT).split(" ", -1)[0]);
            each.accept(
                    seconds("sync-gate-ready", ready)
                            .with("tickets", tickets)
                            .limit("p50", 3 * tickets / 100_000.0));
            each.accept(
                    spent.beside(
                            Figure.single("sync-first-load", Math.rint(rows / taken), "rows/s")
                                    .with("rows", rows)
                                    .with("seconds", Math.round(taken * 100) / 100.0)
                                    .with("least", 40_000)
                                    .with("least_of_slower_limit", 0.7)
                                    .with(
                                            "ratio_to_slower_limit",
                                            Math.round(rows / taken / limit * 1000) / 1000.0)));
        }
    }

    private static Figure seconds(String name, long nanos) {
        return Figure.single(name, Math.round(nanos / 1e7) / 100.0, "s");
    }
}
