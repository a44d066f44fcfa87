package org.eventops.launcher.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A wire on loopback between a console and its hub, on which everything can go wrong. As with TCP,
 * what did not arrive in time arrives later, or its connection ends: bytes never go missing between
 * others.
 */
final class FaultyWire implements AutoCloseable {
    /** What happens to bytes and to new connections. */
    enum Fault {
        NONE,
        /** New connections are reset, those there are too. */
        CUT,
        /** Bytes to the hub do not arrive; nobody is told. */
        DEAF_HUB,
        /** Bytes from the hub do not arrive: what was asked is done, and the answer never comes. */
        DEAF_CONSOLE,
        /** Connections stay open, and nothing passes in either way, not even their end. */
        HALF_OPEN,
        /** As {@code HALF_OPEN}, but only for the connection that listens for pokes. */
        DEAF_LISTENER,
        /** One byte a second. */
        CRAWL,
        /** 25,000 bytes a second to the hub: no fault, only a poor wire. */
        SLOW
    }

    private final int target;
    private final ServerSocket door;
    private final Set<WireLink> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong fromHub = new AtomicLong();
    private final AtomicLong toHub = new AtomicLong();
    private final AtomicInteger begun = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Fault fault = Fault.NONE;
    private volatile boolean closed;
    private volatile Trap fromHubTrap = Trap.NONE;
    private volatile Trap toHubTrap = Trap.NONE;

    /** Something that happens, once, when so many bytes have passed. */
    private record Trap(long at, Runnable what) {
        static final Trap NONE = new Trap(Long.MAX_VALUE, () -> {});
    }

    /**
     * @param target port of the hub on loopback
     */
    FaultyWire(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Where consoles connect to. */
    int port() {
        return door.getLocalPort();
    }

    /** From now on; connections that are open feel it at once. */
    void fault(Fault now) {
        lock.lock();
        try {
            fault = now;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (now == Fault.CUT) {
            resetAll();
        }
    }

    void heal() {
        fault(Fault.NONE);
    }

    /** New connections are well; of those there are, somebody in between knows nothing any more. */
    void healForNewOnes() {
        open.forEach(WireLink::forget);
        heal();
    }

    /** Resets every connection there is; new ones are welcome. */
    void resetAll() {
        open.forEach(WireLink::reset);
    }

    /** Once this many more bytes have come from the hub; before the last of them is passed on. */
    void afterBytesFromHub(long bytes, Runnable what) {
        fromHubTrap = new Trap(fromHub.get() + bytes, what);
    }

    /** Once this many more bytes have gone to the hub; before the last of them is passed on. */
    void afterBytesToHub(long bytes, Runnable what) {
        toHubTrap = new Trap(toHub.get() + bytes, what);
    }

    /** How many connections consoles have ever begun through it. */
    int begun() {
        return begun.get();
    }

    /** How many connections consoles have through it. */
    int connections() {
        return open.size();
    }

    private void accept() {
        while (!closed) {
            try {
                Socket console = door.accept();
                begun.incrementAndGet();
                Thread.ofVirtual().start(() -> link(console));
            } catch (IOException e) {
                if (!closed) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void link(Socket console) {
        if (fault == Fault.CUT) {
            WireLink.reset(console);
            return;
        }
        try {
            Socket hub = new Socket(InetAddress.getLoopbackAddress(), target);
            WireLink link = new WireLink(this, console, hub);
            open.add(link);
            link.passBoth(() -> open.remove(link));
        } catch (IOException e) {
            // The hub is down: so is what answers for it here.
            WireLink.reset(console);
        }
    }

    /** Called for bytes that came, before they are passed on. */
    void passing(int bytes, boolean answers) {
        long now = (answers ? fromHub : toHub).addAndGet(bytes);
        Trap trap = answers ? fromHubTrap : toHubTrap;
        if (now >= trap.at()) {
            if (answers) {
                fromHubTrap = Trap.NONE;
            } else {
                toHubTrap = Trap.NONE;
            }
            trap.what().run();
        }
    }

    /** Waits as long as nothing passes that way. */
    void awaitPassage(WireLink link, boolean answers) throws IOException {
        lock.lock();
        try {
            while (holds(link, answers) && !closed) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
        if (fault == Fault.CUT) {
            throw new IOException("cut");
        }
    }

    private boolean holds(WireLink link, boolean answers) {
        if (link.isForgotten()) {
            return true;
        }
        return switch (fault) {
            case NONE, CUT, CRAWL, SLOW -> false;
            case DEAF_HUB -> !answers;
            case DEAF_CONSOLE -> answers;
            case HALF_OPEN -> true;
            case DEAF_LISTENER -> link.listens();
        };
    }

    /** The fault itself is that a second passes; false once it is over. */
    boolean crawls() throws IOException {
        return passes(Fault.CRAWL, TimeUnit.SECONDS.toNanos(1));
    }

    /** On a slow wire the bytes take their time. */
    void take(int bytes, boolean answers) throws IOException {
        if (!answers) {
            passes(Fault.SLOW, TimeUnit.SECONDS.toNanos(bytes) / 25_000);
        }
    }

    /** Whether this fault lasted that long. */
    private boolean passes(Fault lasting, long nanos) throws IOException {
        lock.lock();
        try {
            long left = nanos;
            while (fault == lasting && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return fault == lasting && !closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("closed", e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        fault(Fault.NONE);
        door.close();
        resetAll();
    }
}
