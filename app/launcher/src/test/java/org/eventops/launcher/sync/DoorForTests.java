package org.eventops.launcher.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.door.Operator;
import org.eventops.domain.door.ScanRequest;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.event.EventId;
import org.eventops.domain.sync.Conflict;
import org.eventops.domain.sync.ConflictRepository;
import org.eventops.domain.sync.SyncStatus;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.wiring.OpenConsole;

/** A whole console on a store of its own, as the window has it, without the window. */
final class DoorForTests implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final OpenConsole console;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();

    DoorForTests(Path folder) {
        this(folder, Clock.systemUTC());
    }

    DoorForTests(Path folder, Clock clock) {
        console = OpenConsole.open(folder, clock);
        console.store().changes().listen(unused -> tell());
        console.sync().control().listen(unused -> tell());
    }

    OpenConsole console() {
        return console;
    }

    SyncStatus status() {
        return console.sync().control().status();
    }

    int waiting() {
        return console.store().outbox().backlog().count();
    }

    EventId event() {
        return console.store()
                .transactions()
                .read(() -> console.store().events().row(BigEvent.SLUG).orElseThrow().id());
    }

    Verdict scan(int ticket) {
        return console.checkins()
                .checkin(
                        event(),
                        BigEvent.LIST,
                        ScanRequest.entry(BigEvent.code(ticket), Clock.systemUTC().instant()),
                        Operator.steward("ana"),
                        "door")
                .decision()
                .verdict();
    }

    Map<String, ContentHash> content() {
        return console.store().replica().hashes(event().value());
    }

    List<Conflict> secondEntries() {
        return console.sync()
                .conflicts()
                .list(
                        new ConflictRepository.Query(
                                false, Set.of(Conflict.Kind.DUPLICATE_ENTRY), null, 100_000));
    }

    void await(String what, BooleanSupplier condition) throws InterruptedException {
        await(what, PATIENCE, condition);
    }

    void await(String what, Duration patience, BooleanSupplier condition)
            throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > until) {
                    throw new AssertionError("never came: " + what + "; " + status());
                }
                long unused = told.awaitNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        } finally {
            lock.unlock();
        }
    }

    private void tell() {
        lock.lock();
        try {
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        console.close();
    }
}
