package org.eventops.launcher.bench.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.eventops.launcher.bench.Figure;
import org.eventops.launcher.bench.Scratch;

/** The figures of sync, one after another, each with stores of its own on one hub. */
public final class SyncBench {
    private final int tickets;
    private final int scans;
    private final int measured;
    private final Clock clock;

    /**
     * @param tickets of the event that is loaded
     * @param scans that each console makes while it is unplugged
     * @param measured latencies
     */
    public SyncBench(int tickets, int scans, int measured, Clock clock) {
        this.tickets = tickets;
        this.scans = scans;
        this.measured = measured;
        this.clock = clock;
    }

    /**
     * @param dataFolder hub and scratch stores are made inside, on the same disk
     */
    public void run(Path dataFolder, Consumer<Figure> each) {
        try (Scratch scratch = Scratch.beside(dataFolder)) {
            Path folder = scratch.folder();
            try (BenchHub hub = new BenchHub(folder.resolve("hub"))) {
                new LoadFigures(hub, folder, clock).run(tickets, each);
                new LatencyFigures(hub, folder, clock).run(measured, each);
                new IdleFigures(hub, folder, clock).run(each);
            }
            try (BenchHub hub = new BenchHub(folder.resolve("hub-2"))) {
                new ReconnectFigures(hub, folder, clock).run(scans, each);
            }
            try (BenchHub hub = new BenchHub(folder.resolve("hub-3"))) {
                new ConnectFigures(hub, folder).run(each);
            }
        }
    }
}
