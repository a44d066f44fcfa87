package org.eventops.console.platform;

import java.util.concurrent.CancellationException;
import org.eventops.domain.change.Progress;

/** Does all work at once where it is asked for: for tests of view models. */
public final class ImmediateTaskRunner implements TaskRunner {
    private final Faults faults;

    public ImmediateTaskRunner(Faults faults) {
        this.faults = faults;
    }

    @Override
    public <T> Job<T> read(Work<T> work) {
        return new Job<>(work, faults, ImmediateTaskRunner::run);
    }

    @Override
    public <T> Job<T> write(Work<T> work) {
        return read(work);
    }

    @Override
    public <T> Job<T> urgent(Work<T> work) {
        return read(work);
    }

    @Override
    public <T> Job<T> bulk(Work<T> work) {
        return read(work);
    }

    @Override
    public <T> Job<T> device(Work<T> work) {
        return read(work);
    }

    private static <T> Running run(Job<T> job) {
        T value;
        try {
            value = job.run(new Told(job));
        } catch (CancellationException e) {
            job.stopped();
            return Running.NOTHING;
        } catch (Exception e) {
            job.failed(e);
            return Running.NOTHING;
        }
        job.succeeded(value);
        return Running.NOTHING;
    }

    private record Told(Job<?> job) implements Progress {
        @Override
        public void at(long done, long total) {
            job.progressed(done, total);
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    @Override
    public void whenIdle(Runnable then) {
        then.run();
    }

    @Override
    public void close() {
        // nothing is ever under way
    }
}
