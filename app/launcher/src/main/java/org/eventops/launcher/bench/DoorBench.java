package org.eventops.launcher.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.eventops.domain.door.search.AttendeeSearch;
import org.eventops.domain.event.EventId;
import org.eventops.launcher.wiring.OpenConsole;

/** Scans and searches on a big event, through the same service as the door, fsync on. */
public final class DoorBench {
    private static final List<String> TYPED =
            List.of(
                    "mar",
                    "rodr",
                    "pena",
                    "muno",
                    "garcia l",
                    "ana g",
                    "exampl",
                    "300 000",
                    "gomze");
    private static final double MILLI = 1e6;
    private static final int WARM_UP = 500;

    private final int tickets;
    private final int scans;
    private final int measured;
    private final boolean camera;
    private final Clock clock;
    private final Random random = new Random(3);

    /**
     * @param camera whether a camera is read beside it
     */
    public DoorBench(int tickets, int scans, int measured, boolean camera, Clock clock) {
        this.camera = camera;
        this.tickets = tickets;
        this.scans = scans;
        this.measured = measured;
        this.clock = clock;
    }

    /**
     * @param dataFolder the scratch store is made inside, on the same disk
     */
    public void run(Path dataFolder, Consumer<Figure> each) {
        try (Scratch scratch = Scratch.beside(dataFolder)) {
            fill(scratch.folder());
            each.accept(bareSync(scratch.folder()));
            try (OpenConsole console = OpenConsole.open(scratch.folder(), clock);
                    CameraBeside beside = new CameraBeside(scratch.folder())) {
                if (camera) {
                    beside.looking();
                }
                measure(console, each);
            }
        }
    }

    private void fill(Path folder) {
        try (OpenConsole console = OpenConsole.open(folder, clock)) {
            new BigEvent(tickets, scans).into(console);
        }
    }

    private void measure(OpenConsole console, Consumer<Figure> each) {
        BigDoor door = BigDoor.of(console, clock);
        timed(Math.min(WARM_UP, measured), i -> door.measured(random.nextInt(tickets)));
        long begun = System.nanoTime();
        Samples scanned = timed(measured, i -> door.measured(random.nextInt(tickets)));
        double seconds = (System.nanoTime() - begun) / 1e9;
        each.accept(Figure.of("checkin", scanned, "ms").limit("p50", 5).limit("p99", 25));
        each.accept(
                Figure.single("sustained", measured / seconds, "scans/s")
                        .with("least", 200)
                        .with("ratio", Math.round(measured / seconds / 2) / 100.0));
        search(console, door.event(), each);
    }

    private static void search(OpenConsole console, EventId event, Consumer<Figure> each) {
        try (AttendeeSearch search = console.search(Runnable::run)) {
            Samples first = timed(1, i -> search.find(event, "mar", 50));
            each.accept(Figure.of("search-first", first, "ms"));
            Samples typed = timed(450, i -> search.find(event, TYPED.get(i % TYPED.size()), 50));
            each.accept(Figure.of("search", typed, "ms").limit("p95", 30));
            // While everything is held that a door holds: the store, the setup, the texts.
            each.accept(heap());
        }
    }

    /** What the disk alone takes for one record: no door on it can be faster. */
    private static Figure bareSync(Path folder) {
        try (FileChannel file =
                FileChannel.open(
                        folder.resolve("fsync.probe"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            return Figure.of("fsync", timed(300, i -> append(file)), "ms");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(FileChannel file) {
        try {
            file.write(ByteBuffer.allocate(600));
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Figure heap() {
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return Figure.single("heap", used / 1048576.0, "MB")
                .limit("p99", 300)
                .with("max", Runtime.getRuntime().maxMemory() / 1048576);
    }

    static Samples timed(int times, IntConsumer work) {
        double[] taken = new double[times];
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            work.accept(i);
            taken[i] = (System.nanoTime() - begun) / MILLI;
        }
        return new Samples(taken);
    }
}
