package org.eventops.launcher.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.eventops.adapters.camera.FrameSources;
import org.eventops.domain.door.camera.FrameSource;
import org.eventops.domain.door.camera.GrayFrame;
import org.eventops.launcher.bench.photo.Clips;

/**
 * A video that gives its frames when a camera would: no sooner than they are due, and a few of them
 * wait for a reader that is late; older ones are lost. Of one thread; the arrivals are for any.
 */
final class PacedVideo implements FrameSource {
    private static final long PERIOD = 1_000_000_000L / Clips.RATE;
    private static final int BUFFERS = 4;
    private static final int LONGEST = 10_000;

    private final FrameSource decoded;
    private final AtomicLongArray arrivals;
    private long begun;
    private int number;
    private int lost;

    /**
     * @param arrivals is told when each frame arrived, nanoseconds
     */
    PacedVideo(Path file, AtomicLongArray arrivals) throws IOException {
        this.decoded = FrameSources.open(file.toString());
        this.arrivals = arrivals;
    }

    static AtomicLongArray arrivals() {
        return new AtomicLongArray(LONGEST);
    }

    @Override
    public Optional<GrayFrame> next() throws IOException {
        if (begun == 0) {
            begun = System.nanoTime();
        }
        while (System.nanoTime() - due() > BUFFERS * PERIOD) {
            arrivals.set(number, due());
            number++;
            lost++;
            if (decoded.next().isEmpty()) {
                return Optional.empty();
            }
        }
        long wait = due() - System.nanoTime();
        while (wait > 0) {
            LockSupport.parkNanos(wait);
            wait = due() - System.nanoTime();
        }
        arrivals.set(number, due());
        number++;
        return decoded.next();
    }

    private long due() {
        return begun + number * PERIOD;
    }

    /** Frames that nobody had time for. */
    int lost() {
        return lost;
    }

    @Override
    public boolean isLive() {
        return false;
    }

    @Override
    public void close() {
        decoded.close();
    }
}
