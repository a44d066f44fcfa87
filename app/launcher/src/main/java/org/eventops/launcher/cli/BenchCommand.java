package org.eventops.launcher.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.eventops.launcher.bench.BackupBench;
import org.eventops.launcher.bench.CameraBench;
import org.eventops.launcher.bench.ClipBench;
import org.eventops.launcher.bench.CountsBench;
import org.eventops.launcher.bench.DoorBench;
import org.eventops.launcher.bench.Figure;
import org.eventops.launcher.bench.ImportBench;
import org.eventops.launcher.bench.StartBench;
import org.eventops.launcher.bench.StoreBench;
import org.eventops.launcher.bench.UnlockBench;
import org.eventops.launcher.bench.WindowBench;
import org.eventops.launcher.bench.sync.SyncBench;
import org.eventops.launcher.log.LogFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the figures of the documents, on generated data in a store of its own. */
@Command(name = "bench")
final class BenchCommand implements Callable<Integer> {
    private static final int SCANS_MEASURED = 4000;
    private static final int STARTS_MEASURED = 10;
    private static final int WINDOW_SCANS = 1000;
    private static final int LOOKS_MEASURED = 20;
    private static final int SCANS_ALONE = 5000;
    private static final int LATENCIES = 1000;
    private static final int UNLOCKS = 20;
    private static final int STORE_WRITES = 2000;

    /** What can be measured. */
    enum Name {
        DOOR,
        IMPORT,
        START,
        WINDOW,
        CAMERA,
        COUNTS,
        BACKUP,
        CLIPS,
        SYNC,
        UNLOCK,
        STORE
    }

    private final Session session;

    @Parameters(paramLabel = "NAME", descriptionKey = "bench")
    private Name name = Name.DOOR;

    @Option(names = "--tickets", paramLabel = "N")
    private int tickets = 100_000;

    @Option(names = "--scans", paramLabel = "N")
    private int scans = 200_000;

    @Option(names = "--n", paramLabel = "N")
    private @Nullable Integer measured;

    @Option(names = "--camera")
    private boolean camera;

    /**
     * One look at the counts of the very store, for {@link CountsBench}, in a process of its own.
     */
    @Option(names = "--look", hidden = true)
    private boolean look;

    BenchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        LogFile.in(session.dataFolder());
        if (look) {
            print(CountsBench.look(session.dataFolder(), session.clock()));
            return ExitCode.DONE.status();
        }
        if (name != Name.CAMERA && name != Name.UNLOCK) {
            session.output().note(session.text("cli.bench.preparing", tickets, scans));
        }
        switch (name) {
            case DOOR ->
                    new DoorBench(tickets, scans, times(SCANS_MEASURED), camera, session.clock())
                            .run(session.dataFolder(), this::print);
            case IMPORT ->
                    new ImportBench(tickets, session.clock())
                            .run(session.dataFolder(), this::print);
            case BACKUP ->
                    new BackupBench(tickets, scans, session.clock())
                            .run(session.dataFolder(), this::print);
            case COUNTS ->
                    new CountsBench(tickets, scans, times(LOOKS_MEASURED), session.clock())
                            .run(session.dataFolder(), this::print);
            case CAMERA -> new CameraBench().run(session.dataFolder(), this::print);
            case CLIPS ->
                    new ClipBench(tickets, scans, session.clock())
                            .run(session.dataFolder(), this::print);
            case SYNC ->
                    new SyncBench(
                                    tickets,
                                    Math.min(scans, SCANS_ALONE),
                                    times(LATENCIES),
                                    session.clock())
                            .run(session.dataFolder(), this::print);
            case WINDOW ->
                    new WindowBench(tickets, scans, times(WINDOW_SCANS), camera, session.clock())
                            .run(session.dataFolder(), this::print);
            case STORE ->
                    new StoreBench(tickets, times(STORE_WRITES))
                            .run(session.dataFolder(), this::print);
            case UNLOCK -> UnlockBench.run(session.dataFolder(), times(UNLOCKS), this::print);
            case START ->
                    new StartBench(tickets, scans, times(STARTS_MEASURED), session.clock())
                            .run(session.dataFolder(), this::print);
        }
        return ExitCode.DONE.status();
    }

    private int times(int usual) {
        return measured == null ? usual : measured;
    }

    private void print(Figure figure) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", figure.name());
        object.put("n", figure.n());
        object.put("p50", figure.p50());
        object.put("p95", figure.p95());
        object.put("p99", figure.p99());
        object.put("unit", figure.unit());
        object.putAll(figure.extras());
        session.answer(
                object,
                session.text(
                                "cli.bench.line",
                                figure.name(),
                                figure.n(),
                                figure.p50(),
                                figure.p95(),
                                figure.p99(),
                                figure.unit())
                        + (figure.extras().isEmpty() ? "" : "  " + figure.extras()));
    }
}
