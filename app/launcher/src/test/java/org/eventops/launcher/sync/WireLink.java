package org.eventops.launcher.sync;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** One connection through a {@link FaultyWire}. */
final class WireLink {
    private final FaultyWire wire;
    private final Socket console;
    private final Socket hub;
    private final AtomicInteger ways = new AtomicInteger(2);
    private volatile boolean listener;
    private volatile boolean forgotten;

    WireLink(FaultyWire wire, Socket console, Socket hub) throws IOException {
        this.wire = wire;
        this.console = console;
        this.hub = hub;
        console.setTcpNoDelay(true);
        hub.setTcpNoDelay(true);
    }

    /**
     * @param ended told once, when the connection is no more
     */
    void passBoth(Runnable ended) {
        Thread.ofVirtual().start(() -> pass(console, hub, false, ended));
        Thread.ofVirtual().start(() -> pass(hub, console, true, ended));
    }

    /** Whether this is the connection on which the console listens for pokes. */
    boolean listens() {
        return listener;
    }

    /** Nothing passes any more, whatever becomes of the wire, and nobody is told. */
    void forget() {
        forgotten = true;
    }

    boolean isForgotten() {
        return forgotten;
    }

    private void pass(Socket from, Socket to, boolean answers, Runnable ended) {
        byte[] buffer = new byte[16 * 1024];
        try {
            OutputStream out = to.getOutputStream();
            for (int n = read(from, buffer); n >= 0; n = read(from, buffer)) {
                if (!answers && !listener) {
                    listener =
                            new String(buffer, 0, n, StandardCharsets.US_ASCII).contains("LISTEN ");
                }
                wire.passing(n, answers);
                wire.awaitPassage(this, answers);
                wire.take(n, answers);
                send(out, buffer, n);
            }
            wire.awaitPassage(this, answers);
        } catch (IOException e) {
            // One end has gone: so does the other.
        } finally {
            reset();
            if (ways.decrementAndGet() == 0) {
                ended.run();
            }
        }
    }

    /** An end that is reset is an end: it travels like bytes. */
    private int read(Socket from, byte[] buffer) {
        try {
            return from.getInputStream().read(buffer);
        } catch (IOException e) {
            return -1;
        }
    }

    private void send(OutputStream out, byte[] buffer, int n) throws IOException {
        int sent = 0;
        while (sent < n && wire.crawls()) {
            out.write(buffer, sent++, 1);
        }
        out.write(buffer, sent, n - sent);
    }

    void reset() {
        reset(console);
        reset(hub);
    }

    static void reset(Socket socket) {
        try {
            socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            socket.close();
        } catch (IOException e) {
            // It was closed already.
        }
    }
}
