package org.eventops.launcher.bench.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.eventops.domain.change.LocalChanges.Subscription;
import org.eventops.domain.change.Progress;
import org.eventops.domain.sync.SyncControl;
import org.eventops.domain.sync.SyncControl.ConnectOutcome;
import org.eventops.domain.sync.SyncStatus;
import org.eventops.launcher.wiring.OpenConsole;

/**
 * A console in a process of its own, open and empty, as before somebody who has a bundle and its
 * passphrase connects it. It connects once, waits until everything is there, and says how long each
 * part took.
 */
public final class FirstDoor {
    private FirstDoor() {}

    /** Seconds since {@code connect} was asked for. */
    record Times(double letIn, double ready, double loaded) {
        static Times read(List<String> lines) {
            double[] seconds =
                    Arrays.stream(lines.getLast().split(" ", -1))
                            .mapToDouble(nanos -> Long.parseLong(nanos) / 1e9)
                            .toArray();
            return new Times(seconds[0], seconds[1], seconds[2]);
        }
    }

    /**
     * @param arguments the folder of a store, made if need be; a bundle; the file with its
     *     passphrase
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        byte[] bundle = Files.readAllBytes(Path.of(arguments[1]));
        char[] passphrase = Files.readString(Path.of(arguments[2])).toCharArray();
        try (OpenConsole console = OpenConsole.open(Path.of(arguments[0]), Clock.systemUTC())) {
            SyncControl control = console.sync().control();
            long begun = System.nanoTime();
            if (!(control.connect(bundle, passphrase, Progress.NONE)
                    instanceof ConnectOutcome.Connected)) {
                throw new IllegalStateException("not let in");
            }
            long letIn = System.nanoTime();
            await(control, SyncStatus::doorReady);
            long ready = System.nanoTime();
            await(control, status -> status.doorReady() && status.loaded() == 1);
            long loaded = System.nanoTime();
            System.out.println(letIn - begun + " " + (ready - begun) + " " + (loaded - begun));
        }
    }

    private static void await(SyncControl control, Predicate<SyncStatus> wanted)
            throws InterruptedException {
        CountDownLatch there = new CountDownLatch(1);
        Subscription listening =
                control.listen(
                        status -> {
                            if (wanted.test(status)) {
                                there.countDown();
                            }
                        });
        try {
            if (!wanted.test(control.status())) {
                there.await();
            }
        } finally {
            listening.close();
        }
    }
}
