package org.eventops.launcher.bench;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.eventops.launcher.wiring.OpenConsole;

/**
 * A door of the big event at fifty scans a second, for what it feels of other work.
 *
 * @param tickets how many of the event's are scanned in turn
 */
record SteadyDoor(OpenConsole console, int tickets, Clock clock) {
    private static final long PACE_NANOS = 20_000_000;
    private static final double LIMIT = 25;

    /**
     * @param figure what the door felt
     * @param result what the work gave
     */
    record Felt<T>(Figure figure, T result) {}

    /**
     * Does the work on a thread like the window's for bulk work, and goes on scanning meanwhile.
     */
    @SuppressWarnings("ThreadPriorityCheck")
    <T> Felt<T> beside(String name, Supplier<T> work) {
        CompletableFuture<T> done =
                CompletableFuture.supplyAsync(
                        work,
                        each ->
                                Thread.ofPlatform()
                                        .name(name)
                                        .priority(Thread.MIN_PRIORITY)
                                        .start(each));
        return new Felt<>(until(name, done), done.join());
    }

    private Figure until(String name, Future<?> work) {
        BigDoor door = BigDoor.of(console, clock);
        List<Double> taken = new ArrayList<>();
        long next = System.nanoTime();
        for (int i = 0; !work.isDone(); i++) {
            taken.add(scanned(door, i % tickets));
            next += PACE_NANOS;
            LockSupport.parkNanos(next - System.nanoTime());
        }
        double[] all = taken.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(all);
        return Figure.of(name, new Samples(all), "ms")
                .limit("p99", LIMIT)
                .with("longest", Math.round(all[all.length - 1]));
    }

    private static double scanned(BigDoor door, int ticket) {
        long begun = System.nanoTime();
        door.measured(ticket);
        return (System.nanoTime() - begun) / 1e6;
    }
}
