package org.eventops.console.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eventops.domain.change.Progress;

/**
 * The window's one owner of threads: virtual ones, two for writes, one of them the door's, and for
 * each long work one that makes way for all of these.
 */
public final class BackgroundTaskRunner implements TaskRunner {
    private static final long PROGRESS_EVERY = Duration.ofMillis(50).toNanos();

    private final ExecutorService readers =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("read-", 0).factory());
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("writer").factory());
    private final ExecutorService door =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("door").factory());

    // A kindness to the door where the system heeds it; nothing is right or wrong by it.
    @SuppressWarnings("ThreadPriorityCheck")
    private final ExecutorService bulk =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofPlatform().name("bulk-", 0).priority(Thread.MIN_PRIORITY).factory());

    private final Set<AtomicBoolean> devices = ConcurrentHashMap.newKeySet();
    private final Executor drawing;
    private final Faults faults;
    private final List<Runnable> waiting = new ArrayList<>();
    private int pending;

    /**
     * @param drawing runs on the drawing thread, such as {@code Platform::runLater}
     */
    public BackgroundTaskRunner(Executor drawing, Faults faults) {
        this.drawing = drawing;
        this.faults = faults;
    }

    @Override
    public <T> Job<T> read(Work<T> work) {
        return new Job<>(work, faults, job -> begin(readers, job));
    }

    @Override
    public <T> Job<T> write(Work<T> work) {
        return new Job<>(work, faults, job -> begin(writer, job));
    }

    @Override
    public <T> Job<T> urgent(Work<T> work) {
        return new Job<>(work, faults, job -> begin(door, job));
    }

    @Override
    public <T> Job<T> bulk(Work<T> work) {
        return new Job<>(work, faults, job -> begin(bulk, job));
    }

    @Override
    public <T> Job<T> device(Work<T> work) {
        return new Job<>(work, faults, this::use);
    }

    /**
     * A device's driver may hold its thread for long, which a virtual one would do to others. It
     * may go on for hours: whoever waits for rest does not wait for it.
     */
    private <T> Running use(Job<T> job) {
        AtomicBoolean unwanted = new AtomicBoolean();
        devices.add(unwanted);
        Thread.ofPlatform()
                .daemon()
                .name("device")
                .start(
                        () -> {
                            run(job, unwanted, drawing::execute);
                            devices.remove(unwanted);
                        });
        return () -> unwanted.set(true);
    }

    private <T> Running begin(Executor executor, Job<T> job) {
        AtomicBoolean unwanted = new AtomicBoolean();
        count(1);
        try {
            executor.execute(() -> run(job, unwanted, this::deliver));
        } catch (RejectedExecutionException closed) {
            // What ended last may ask for more; a window that was closed wants nothing.
            deliver(job::stopped);
        }
        // never an interrupt: it would close the store's file under the other readers
        return () -> unwanted.set(true);
    }

    private <T> void run(Job<T> job, AtomicBoolean unwanted, Consumer<Runnable> deliver) {
        try {
            T value = job.run(new Told(job, unwanted, drawing, new AtomicLong()));
            deliver.accept(() -> end(unwanted, job, () -> job.succeeded(value)));
        } catch (CancellationException e) {
            deliver.accept(job::stopped);
        } catch (Exception | Error e) {
            deliver.accept(() -> end(unwanted, job, () -> job.failed(e)));
        }
    }

    private static void end(AtomicBoolean unwanted, Job<?> job, Runnable delivery) {
        if (unwanted.get()) {
            job.stopped();
        } else {
            delivery.run();
        }
    }

    private void deliver(Runnable delivery) {
        drawing.execute(
                () -> {
                    try {
                        delivery.run();
                    } finally {
                        count(-1);
                    }
                });
    }

    private void count(int change) {
        List<Runnable> free = List.of();
        synchronized (waiting) {
            pending += change;
            if (pending == 0) {
                free = List.copyOf(waiting);
                waiting.clear();
            }
        }
        free.forEach(drawing::execute);
    }

    @Override
    public void whenIdle(Runnable then) {
        synchronized (waiting) {
            if (pending > 0) {
                waiting.add(then);
                return;
            }
        }
        drawing.execute(then);
    }

    @Override
    public void close() {
        devices.forEach(unwanted -> unwanted.set(true));
        door.close();
        writer.close();
        readers.close();
        bulk.close();
    }

    private record Told(Job<?> job, AtomicBoolean unwanted, Executor drawing, AtomicLong last)
            implements Progress {
        @Override
        public void at(long done, long total) {
            long now = System.nanoTime();
            if (done == total || now - last.get() > PROGRESS_EVERY) {
                last.set(now);
                drawing.execute(() -> job.progressed(done, total));
            }
        }

        @Override
        public boolean cancelled() {
            return unwanted.get();
        }
    }
}
