package org.eventops.launcher.bench.sync;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.Replica.Membership;
import org.eventops.domain.door.CheckinAnswer;
import org.eventops.domain.event.EventId;
import org.eventops.domain.sync.SyncStatus;
import org.eventops.launcher.bench.BigDoor;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.wiring.Joining;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.engine.LoadPace;
import org.eventops.sync.engine.SyncEngine;
import org.eventops.sync.engine.Time;
import org.eventops.sync.hub.PgConnector;
import org.eventops.sync.hub.PgWakeups;
import org.eventops.sync.run.SyncDriver;
import org.eventops.sync.run.Wakeups;
import org.eventops.sync.server.EnrolmentBundle;
import org.eventops.sync.server.FirstConnection;
import org.eventops.sync.server.FolderDeviceSecrets;
import org.eventops.sync.server.HubAccess;
import org.jspecify.annotations.Nullable;

/** A console that can be unplugged, all in this process. */
final class BenchConsole implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);

    private final OpenConsole console;
    private final Path folder;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicLong waitedForHub = new AtomicLong();
    private @Nullable HubAccess access;
    private @Nullable SyncDriver driver;

    /** One whose store was enrolled before and closed. */
    static BenchConsole letInBefore(Path folder, Clock clock) {
        BenchConsole console = new BenchConsole(folder, clock);
        console.access = console.secrets().read().orElseThrow();
        return console;
    }

    BenchConsole(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.console = OpenConsole.open(folder, clock);
        console.store().changes().listen(unused -> signal());
    }

    OpenConsole console() {
        return console;
    }

    /** Lets it in; what it holds is brought along. It is not plugged in yet. */
    void enroll(BenchHub hub, String name) {
        EnrolmentBundle bundle = hub.enroll(name);
        try {
            HubAccess known = new FirstConnection(secrets(), new SecureRandom()).use(bundle);
            Membership member = Joining.of(known);
            console.store().adopt(member.tenant(), member.device(), member.lineage());
            access = known;
        } catch (HubProblem e) {
            throw new IllegalStateException("not let in", e);
        }
    }

    private FolderDeviceSecrets secrets() {
        return new FolderDeviceSecrets(folder, console.store().key());
    }

    HubAccess access() {
        return Objects.requireNonNull(access);
    }

    void plugIn() {
        plugIn(new PgWakeups(this::access));
    }

    /** As if every poke were lost: only the poll is left. */
    void plugInDeaf() {
        plugIn(Wakeups.none());
    }

    private void plugIn(Wakeups wakeups) {
        HubAccess known = access();
        SyncEngine engine =
                new SyncEngine(
                        () -> TimedHub.over(new PgConnector(() -> known).connect(), waitedForHub),
                        console.store().outbox(),
                        console.store().replica(),
                        Time.system(),
                        "bench",
                        () -> 0,
                        LoadPace.USUAL);
        SyncDriver started =
                new SyncDriver(
                        engine,
                        console.store().outbox(),
                        wakeups,
                        Time.system(),
                        console.store().meter());
        started.listen(unused -> signal());
        driver = started;
        started.start();
    }

    void pullThePlug() {
        SyncDriver running = driver;
        if (running != null) {
            running.close();
            driver = null;
        }
    }

    SyncStatus status() {
        return Objects.requireNonNull(driver).status();
    }

    /** Until the event and everything of it is here. */
    void awaitLoad() {
        await("the first load", () -> status().loaded() == 1 && status().doorReady());
    }

    /** Until everything of the event is here that a door needs. */
    void awaitDoor() {
        await("the door", () -> status().doorReady());
    }

    private Optional<Cursor> cursor(UUID scope) {
        return console.store().replica().cursors().stream()
                .filter(cursor -> cursor.scope().equals(scope))
                .findFirst();
    }

    /** Up to where the feed of an event has been followed. */
    long followed(EventId event) {
        return cursor(event.value()).map(Cursor::seq).orElse(0L);
    }

    EventId event() {
        return BigEvent.id(console);
    }

    CheckinAnswer scan(EventId event, int ticket) {
        return new BigDoor(console, clock, event).scan(ticket);
    }

    Map<String, ContentHash> hashes(EventId event) {
        return console.store().replica().hashes(event.value());
    }

    int waiting() {
        return console.store().outbox().backlog().count();
    }

    /** By this process, if it is this console's alone. */
    Spent spent() {
        return Spent.now(waitedForHub.get());
    }

    /** Until the condition holds; looked at after every commit and status, and every 2 ms. */
    void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + PATIENCE;
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("never came: " + what);
                }
                long unused = changed.awaitNanos(TimeUnit.MILLISECONDS.toNanos(2));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    private void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        pullThePlug();
        console.close();
    }
}
