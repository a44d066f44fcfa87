package org.eventops.launcher.sync;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** Within this all is the same again (I9), once wire, hub and consoles are well. */
    private static final Duration MENDED = Duration.ofSeconds(30);

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

    /** The tickets of these numbers, of which none has entered yet. */
    void enter(int from, int to) {
        for (int ticket = from; ticket < to; ticket++) {
            assertThat(scan(ticket)).isEqualTo(Verdict.ADMITTED);
        }
    }

    /** Nothing waits at either, and both hold the same of the event. */
    void isSoonAs(DoorForTests other) throws InterruptedException {
        await("nothing waits", MENDED, () -> waiting() == 0 && other.waiting() == 0);
        await("the same content", MENDED, () -> content().equals(other.content()));
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
