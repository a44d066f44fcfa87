package org.eventops.sync.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.eventops.domain.change.LocalChanges.Subscription;
import org.eventops.domain.change.replica.Outbox;
import org.eventops.domain.failure.Backoff;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.FaultCode;
import org.eventops.domain.measure.Meter;
import org.eventops.domain.measure.Operation;
import org.eventops.domain.sync.SyncStatus;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.engine.SyncEngine;
import org.eventops.sync.engine.Time;
import org.eventops.sync.engine.Turn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that gives the engine its turns: at once when something was committed here, when
 * the hub pokes or a person asks; else when the engine wants it. Whatever a turn throws is told as
 * {@code BROKEN} and tried again later.
 */
public final class SyncDriver implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyncDriver.class);
    private static final Backoff PAUSES =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10));

    /** A machine that slept has no running timers: never wait longer than this in one go. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    private static final Duration LONGEST_END = Duration.ofMinutes(1);

    private static final Duration TOLD_AT_MOST = Duration.ofMillis(100);

    private final SyncEngine engine;
    private final Wakeups wakeups;
    private final Time time;
    private final Meter meter;
    private final List<Consumer<SyncStatus>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Thread thread;
    private boolean awake = true;
    private volatile boolean stopped;
    private volatile long heartbeat;
    private volatile SyncStatus status;
    private int failures;
    private HubProblem.@Nullable Kind noted;
    private long toldAt;

    public SyncDriver(SyncEngine engine, Outbox outbox, Wakeups wakeups, Time time, Meter meter) {
        this.engine = engine;
        this.wakeups = wakeups;
        this.time = time;
        this.meter = meter;
        this.heartbeat = time.nanos().getAsLong();
        this.status = engine.status();
        this.thread = Thread.ofPlatform().name("sync").daemon(true).unstarted(this::run);
        outbox.onAdded(
                () -> {
                    engine.added();
                    wake();
                });
    }

    /** Begins; once. */
    public void start() {
        thread.start();
        wakeups.start(
                () -> {
                    engine.poked();
                    wake();
                });
    }

    public SyncStatus status() {
        return status;
    }

    /** Told of each new status, on this thread; at most ten times a second while it moves. */
    public Subscription listen(Consumer<SyncStatus> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Does not wait any longer, not even after a failure. */
    public void now() {
        engine.hurry();
        wake();
    }

    /** This store was connected to a hub, or to another one. */
    public void membershipChanged() {
        engine.membershipChanged();
        wake();
    }

    /** How long ago the thread last came round: more than a few minutes means that it hangs. */
    public Duration sinceHeartbeat() {
        return Duration.ofNanos(time.nanos().getAsLong() - heartbeat);
    }

    /**
     * Ends it, and waits for the work under way. It is never interrupted: that would close the
     * store's files under it. Most answers are waited for a quarter of a minute at most.
     */
    @Override
    public void close() {
        stopped = true;
        wakeups.close();
        wake();
        try {
            if (thread.isAlive() && !thread.join(LONGEST_END)) {
                LOG.atWarn().log("the exchange did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped) {
            Duration rest = once();
            heartbeat = time.nanos().getAsLong();
            rest(rest);
        }
        engine.close();
    }

    private Duration once() {
        long begun = meter.begin();
        try {
            Turn turn = engine.turn();
            count(begun, turn.problem());
            failures = 0;
            note(turn.problem());
            tell(turn);
            makeRoom(turn.problem());
            if (!turn.next().isZero()) {
                engine.rest();
            }
            return turn.next();
        } catch (RuntimeException | Error e) {
            Failure failure = Failure.of(e);
            meter.failed(Operation.SYNC_TURN, begun, failure.kind());
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("kind", failure.kind())
                    .addKeyValue("code", FaultCode.of(e))
                    .log("a turn of the exchange broke off");
            engine.broken();
            tellBroken();
            return PAUSES.after(failures++, time.random());
        }
    }

    private void count(long begun, @Nullable HubProblem problem) {
        if (problem == null) {
            meter.done(Operation.SYNC_TURN, begun);
        } else {
            meter.failed(Operation.SYNC_TURN, begun, problem.failure().kind());
        }
    }

    /** Each kind of problem once, until another one or an answer comes. */
    private void note(@Nullable HubProblem problem) {
        HubProblem.Kind kind = problem == null ? null : problem.kind();
        if (problem != null && kind != noted) {
            LOG.atWarn()
                    .addKeyValue("kind", problem.failure().kind())
                    .addKeyValue("problem", kind)
                    .log("no exchange: {}", problem.getMessage());
        }
        if (problem != null || status.trouble() == null) {
            noted = kind;
        }
    }

    private void makeRoom(@Nullable HubProblem problem) {
        if (problem != null && problem.kind() == HubProblem.Kind.BUSY) {
            wakeups.giveWay(true);
        } else if (problem == null && status.trouble() == null) {
            wakeups.giveWay(false);
        }
    }

    private void tell(Turn turn) {
        boolean moving = turn.next().isZero();
        long now = time.nanos().getAsLong();
        if (moving && now - toldAt < TOLD_AT_MOST.toNanos()) {
            return;
        }
        toldAt = now;
        publish(engine.status());
    }

    private void tellBroken() {
        SyncStatus last = status;
        publish(
                new SyncStatus(
                        SyncStatus.State.UNREACHABLE,
                        last.waiting(),
                        last.oldest(),
                        last.lastExchange(),
                        SyncStatus.Trouble.BROKEN,
                        last.conflicts(),
                        last.lag(),
                        last.loaded(),
                        last.doorReady(),
                        last.pushed(),
                        last.pulled(),
                        last.clockAhead()));
    }

    private void publish(SyncStatus next) {
        if (next.equals(status)) {
            return;
        }
        status = next;
        for (Consumer<SyncStatus> listener : listeners) {
            try {
                listener.accept(next);
            } catch (RuntimeException e) {
                LOG.atError().setCause(e).log("a listener of the exchange's status broke off");
            }
        }
    }

    private void wake() {
        lock.lock();
        try {
            awake = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Until then, or until woken; a jump of the clock changes nothing. */
    private void rest(Duration wait) {
        long until = time.nanos().getAsLong() + wait.toNanos();
        lock.lock();
        try {
            long left = until - time.nanos().getAsLong();
            while (!awake && !stopped && left > 0) {
                long unused = woken.awaitNanos(Math.min(left, LONGEST_SLEEP.toNanos()));
                left = until - time.nanos().getAsLong();
            }
            awake = false;
        } catch (InterruptedException e) {
            stopped = true;
        } finally {
            lock.unlock();
        }
    }
}
