package org.eventops.sync.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A wire on loopback between a console and its hub, on which everything can go wrong. */
public final class FaultyWire implements AutoCloseable {
    /** What happens to bytes and to new connections. */
    public enum Fault {
        NONE,
        /** New connections are refused, those there are reset. */
        CUT,
        /** Bytes to the hub are lost; nobody is told. */
        DEAF_HUB,
        /** Bytes from the hub are lost: what was asked is done, and the answer never comes. */
        DEAF_CONSOLE,
        /** Connections stay open, and nothing passes in either way. */
        HALF_OPEN,
        /** One byte a second. */
        CRAWL
    }

    private final int target;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Fault fault = Fault.NONE;
    private volatile long resetAfter = Long.MAX_VALUE;
    private final AtomicLong fromHub = new AtomicLong();

    /**
     * @param target port of the hub on loopback
     */
    public FaultyWire(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Where consoles connect to. */
    public int port() {
        return door.getLocalPort();
    }

    /** From now on; connections that are open feel it at once. */
    public void fault(Fault now) {
        fault = now;
        if (now == Fault.CUT) {
            open.forEach(FaultyWire::reset);
        }
    }

    /** Resets everything once this many more bytes have come from the hub. */
    public void resetAfterBytesFromHub(long bytes) {
        resetAfter = fromHub.get() + bytes;
    }

    /** Bytes that have come from the hub so far. */
    public long fromHub() {
        return fromHub.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket console = door.accept();
                if (fault == Fault.CUT) {
                    reset(console);
                    continue;
                }
                Socket hub = new Socket(InetAddress.getLoopbackAddress(), target);
                hub.setTcpNoDelay(true);
                console.setTcpNoDelay(true);
                open.add(console);
                open.add(hub);
                Thread.ofVirtual().start(() -> pass(console, hub, false));
                Thread.ofVirtual().start(() -> pass(hub, console, true));
            } catch (IOException e) {
                if (door.isClosed()) {
                    return;
                }
                // The hub is down: the console sees its connection refused, as it should.
            }
        }
    }

    private void pass(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[16 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                count(n, answers);
                send(out, buffer, n, answers);
            }
        } catch (IOException e) {
            // One end has gone: so does the other.
            reset(from);
            reset(to);
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void count(int n, boolean answers) {
        if (answers) {
            if (fromHub.addAndGet(n) >= resetAfter) {
                resetAfter = Long.MAX_VALUE;
                open.forEach(FaultyWire::reset);
            }
        }
    }

    private void send(OutputStream out, byte[] buffer, int n, boolean answers) throws IOException {
        switch (fault) {
            case DEAF_HUB -> {
                if (answers) {
                    out.write(buffer, 0, n);
                }
            }
            case DEAF_CONSOLE -> {
                if (!answers) {
                    out.write(buffer, 0, n);
                }
            }
            case HALF_OPEN -> {}
            case CRAWL -> crawl(out, buffer, n);
            default -> out.write(buffer, 0, n);
        }
    }

    private void crawl(OutputStream out, byte[] buffer, int n) throws IOException {
        for (int i = 0; i < n; i++) {
            out.write(buffer, i, 1);
            if (fault != Fault.CRAWL) {
                out.write(buffer, i + 1, n - i - 1);
                return;
            }
            pauseASecond();
        }
    }

    /** The fault itself is that a second passes. */
    private void pauseASecond() throws IOException {
        try {
            if (closing.await(1, TimeUnit.SECONDS)) {
                throw new IOException("closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("closed", e);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            socket.close();
        } catch (IOException e) {
            // It was closed already.
        }
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        door.close();
        open.forEach(FaultyWire::reset);
    }
}
