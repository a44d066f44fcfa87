package org.eventops.launcher.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eventops.adapters.camera.AllCameras;
import org.eventops.domain.door.camera.CameraDevice;
import org.eventops.domain.door.camera.Cameras;
import org.eventops.domain.door.camera.CodeReading;
import org.eventops.domain.door.camera.FrameSource;
import org.eventops.domain.door.camera.GrayFrame;
import org.eventops.domain.door.camera.Torch;
import org.eventops.launcher.bench.photo.Clips;

/**
 * A camera that sees nothing but a table, 30 frames a second for as long as one likes, decoded from
 * an encoded video: what a door's camera costs whatever else is measured.
 */
final class CameraBeside implements Cameras, AutoCloseable {
    private static final long FRAME_BUDGET = 25_000_000;
    private static final int FRAMES = 90;

    private final AllCameras real = new AllCameras();
    private final Path video;
    private final AtomicLong frames = new AtomicLong();
    private volatile boolean over;

    CameraBeside(Path folder) {
        this.video = folder.resolve("table.avi");
        try {
            ClipVideo.write(Clips.nothing(FRAMES, 5), video);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks for codes until it is closed. */
    CameraBeside looking() {
        Thread.ofPlatform().daemon().name("camera").start(this::look);
        return this;
    }

    private void look() {
        CodeReading reader = reader();
        try (FrameSource source = open("")) {
            while (!over) {
                source.next().ifPresent(frame -> reader.look(frame, FRAME_BUDGET));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many frames it has given. */
    long frames() {
        return frames.get();
    }

    @Override
    public FrameSource open(String source) throws IOException {
        return new Looped();
    }

    @Override
    public List<CameraDevice> devices() {
        return List.of();
    }

    @Override
    public Optional<Torch> torch(String source) {
        return Optional.empty();
    }

    @Override
    public CodeReading reader() {
        return real.reader();
    }

    @Override
    public void close() {
        over = true;
    }

    /** From its end on it begins again. */
    private final class Looped implements FrameSource {
        private PacedVideo played = new PacedVideo(video, PacedVideo.arrivals());

        Looped() throws IOException {}

        @Override
        public Optional<GrayFrame> next() throws IOException {
            Optional<GrayFrame> frame = played.next();
            if (frame.isEmpty()) {
                played.close();
                played = new PacedVideo(video, PacedVideo.arrivals());
                frame = played.next();
            }
            frames.incrementAndGet();
            return frame;
        }

        @Override
        public boolean isLive() {
            return true;
        }

        @Override
        public void close() {
            played.close();
        }
    }
}
