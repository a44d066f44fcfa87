package org.eventops.launcher.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.eventops.domain.backup.BackupOutcome;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.Unhurried;
import org.eventops.launcher.wiring.OpenConsole;

/**
 * Backups of a big event, each taken and restored for trial as the window does it: the daily one of
 * everything, the hourly one after some scans, and what a door feels of the hourly one.
 */
public final class BackupBench {
    private static final double MIB = 1024 * 1024;

    private final int tickets;
    private final int scans;
    private final Clock clock;

    public BackupBench(int tickets, int scans, Clock clock) {
        this.tickets = tickets;
        this.scans = scans;
        this.clock = clock;
    }

    /**
     * @param dataFolder the scratch store is made inside, on the same disk
     */
    public void run(Path dataFolder, Consumer<Figure> each) {
        try (Scratch scratch = Scratch.beside(dataFolder);
                OpenConsole console = OpenConsole.open(scratch.folder(), clock)) {
            new BigEvent(tickets, scans).into(console);
            each.accept(taken("backup-full", console, Progress.NONE));
            SteadyDoor.Felt<Figure> hourly =
                    new SteadyDoor(console, tickets, clock)
                            .beside(
                                    "scan-beside-backup",
                                    () ->
                                            taken(
                                                    "backup-incremental-unhurried",
                                                    console,
                                                    new Unhurried(Progress.NONE)));
            each.accept(hourly.result());
            each.accept(hourly.figure());
            each.accept(taken("backup-incremental-after-scans", console, Progress.NONE));
        }
    }

    private static Figure taken(String name, OpenConsole console, Progress progress) {
        long begun = System.nanoTime();
        BackupOutcome outcome = console.backups().backUp(progress);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (outcome instanceof BackupOutcome.Done done) {
            return Figure.single(name, seconds, "s")
                    .with("MiB", Math.round(done.backup().bytes() / MIB * 1000) / 1000.0)
                    .with("mutations", done.mutations());
        }
        throw new IllegalStateException("not what was to be measured: " + outcome);
    }
}
