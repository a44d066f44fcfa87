package org.eventops.sync.hub;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Notices an answer that comes by drops. It begins with whatever was written last; how long its
 * first bytes take is for others to judge, because the hub works meanwhile. From then on so many
 * bytes must come in every while that is spent waiting for them.
 */
final class Trickle {
    static final Duration WHILE = Duration.ofSeconds(15);

    /** A hundred bytes a second; a poor telephone line has fifty times as many. */
    static final int ENOUGH = 1500;

    private final LongSupplier nanos;
    private volatile boolean begun;
    private long waited;
    private long came;

    /**
     * @param nanos goes on evenly
     */
    Trickle(LongSupplier nanos) {
        this.nanos = nanos;
    }

    InputStream of(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int at, int most) throws IOException {
                long since = nanos.getAsLong();
                try {
                    int read = in.read(into, at, most);
                    came(read, nanos.getAsLong() - since);
                    return read;
                } catch (SocketTimeoutException e) {
                    begun = false;
                    throw e;
                }
            }
        };
    }

    OutputStream of(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int octet) throws IOException {
                begun = false;
                out.write(octet);
            }

            @Override
            public void write(byte[] from, int at, int count) throws IOException {
                begun = false;
                out.write(from, at, count);
            }
        };
    }

    private void came(int bytes, long took) throws SocketTimeoutException {
        if (!begun) {
            begun = true;
            waited = 0;
            came = 0;
            return;
        }
        waited += took;
        came += Math.max(0, bytes);
        if (waited < WHILE.toNanos()) {
            return;
        }
        if (came < ENOUGH) {
            throw new SocketTimeoutException("only " + came + " bytes in " + WHILE);
        }
        waited = 0;
        came = 0;
    }
}
