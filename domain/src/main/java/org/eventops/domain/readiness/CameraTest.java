package org.eventops.domain.readiness;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eventops.domain.change.Progress;
import org.eventops.domain.door.camera.Cameras;
import org.eventops.domain.door.camera.CodeReading;
import org.eventops.domain.door.camera.FrameSource;
import org.eventops.domain.door.camera.GrayFrame;
import org.eventops.domain.door.camera.SeenCode;

/** Waits until a code that somebody holds in front of a camera has been read; records nothing. */
public final class CameraTest {
    private static final long FRAME_BUDGET = 25_000_000;

    private final Cameras cameras;
    private final LongSupplier nanos;

    /**
     * @param nanos a clock that never goes back
     */
    public CameraTest(Cameras cameras, LongSupplier nanos) {
        this.cameras = cameras;
        this.nanos = nanos;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /**
         * @param text of the code
         * @param frames how many it took
         */
        record Read(String text, int frames) implements Outcome {}

        /** Pictures came, but no code in them. */
        record NoCode(int frames) implements Outcome {}

        /** No picture came. */
        record Dark() implements Outcome {}
    }

    /**
     * @param source as {@link Cameras#open} takes it
     */
    public Outcome run(String source, Duration longest, Progress progress) {
        long end = nanos.getAsLong() + longest.toNanos();
        CodeReading reader = cameras.reader();
        int frames = 0;
        try (FrameSource open = cameras.open(source)) {
            Optional<GrayFrame> frame = open.next();
            while (frame.isPresent() && nanos.getAsLong() < end && !progress.cancelled()) {
                frames++;
                List<SeenCode> seen = reader.look(frame.get(), FRAME_BUDGET);
                if (!seen.isEmpty()) {
                    return new Outcome.Read(seen.getFirst().text(), frames);
                }
                frame = open.next();
            }
        } catch (IOException e) {
            // A camera that goes away in the middle has been dark or without a code till then.
            return frames == 0 ? new Outcome.Dark() : new Outcome.NoCode(frames);
        }
        return frames == 0 ? new Outcome.Dark() : new Outcome.NoCode(frames);
    }
}
