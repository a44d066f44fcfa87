package org.eventops.console.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eventops.domain.change.Progress;

/**
 * Work with what is to follow it. Every handler runs on the drawing thread.
 *
 * @param <T> what the work gives
 */
public final class Job<T> {
    private final Work<T> work;
    private final Faults faults;
    private final Function<Job<T>, Running> starter;
    private final List<Handler> handlers = new ArrayList<>();
    private Consumer<? super T> success = value -> {};
    private Runnable cancelled = () -> {};
    private Runnable end = () -> {};
    private Progress watcher = Progress.NONE;

    Job(Work<T> work, Faults faults, Function<Job<T>, Running> starter) {
        this.work = work;
        this.faults = faults;
        this.starter = starter;
    }

    private record Handler(Class<? extends Throwable> type, Consumer<Throwable> then) {}

    public Job<T> onSuccess(Consumer<? super T> then) {
        success = then;
        return this;
    }

    /** Handlers are asked in the order they were given; what none takes goes to {@link Faults}. */
    public <E extends Throwable> Job<T> onError(Class<E> type, Consumer<? super E> then) {
        handlers.add(new Handler(type, failure -> then.accept(type.cast(failure))));
        return this;
    }

    /** After the work has stopped because it was cancelled. */
    public Job<T> onCancelled(Runnable then) {
        cancelled = then;
        return this;
    }

    /** After everything else, however it ended. */
    public Job<T> onEnd(Runnable then) {
        end = then;
        return this;
    }

    /** Told at most every 50 ms how far the work is. */
    public Job<T> onProgress(Progress then) {
        watcher = then;
        return this;
    }

    public Running start() {
        return starter.apply(this);
    }

    T run(Progress progress) throws Exception {
        return work.run(progress);
    }

    void progressed(long done, long total) {
        watcher.at(done, total);
    }

    void succeeded(T value) {
        faults.storeAnswered();
        deliver(() -> success.accept(value));
    }

    void stopped() {
        deliver(cancelled);
    }

    void failed(Throwable failure) {
        deliver(() -> handle(failure));
    }

    private void handle(Throwable failure) {
        for (Handler handler : handlers) {
            if (handler.type().isInstance(failure)) {
                handler.then().accept(failure);
                return;
            }
        }
        if (failure instanceof CancellationException) {
            cancelled.run();
        } else {
            faults.failed(failure);
        }
    }

    private void deliver(Runnable handler) {
        try {
            handler.run();
        } catch (RuntimeException e) {
            faults.failed(e);
        } finally {
            end.run();
        }
    }
}
