package org.eventops.adapters.camera;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.eventops.domain.door.camera.FrameSource;
import org.eventops.domain.door.camera.GrayFrame;

/** A camera, an IP camera, a stream or a video file, through FFmpeg. Of one thread. */
final class StreamSource implements FrameSource {
    private static final String STALLED_MICROS = "5000000";

    private final FFmpegFrameGrabber grabber;
    private final boolean live;

    private StreamSource(FFmpegFrameGrabber grabber, boolean live) {
        this.grabber = grabber;
        this.live = live;
    }

    /**
     * @param address a file's path or a URL
     */
    static StreamSource address(String address, boolean live) throws IOException {
        FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(address);
        if (live) {
            // A stream that says nothing for so long has stalled and is opened again.
            grabber.setOption("rw_timeout", STALLED_MICROS);
        }
        return started(grabber, live);
    }

    /**
     * @param format of FFmpeg's devices, such as {@code v4l2}
     */
    static StreamSource device(String device, String format) throws IOException {
        FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(device);
        grabber.setFormat(format);
        return started(grabber, true);
    }

    private static StreamSource started(FFmpegFrameGrabber grabber, boolean live)
            throws IOException {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        grabber.setPixelFormat(avutil.AV_PIX_FMT_GRAY8);
        // Several decoders would each hold a frame back, and take the cores that the door needs.
        grabber.setVideoOption("threads", "1");
        try {
            grabber.start(false);
        } catch (IOException | RuntimeException e) {
            release(grabber, e);
            throw e;
        }
        return new StreamSource(grabber, live);
    }

    @Override
    public Optional<GrayFrame> next() throws IOException {
        Frame frame = grabber.grabImage();
        if (frame == null || frame.image == null) {
            if (live) {
                throw new IOException("the stream has ended");
            }
            return Optional.empty();
        }
        return Optional.of(copied(frame));
    }

    /** FFmpeg writes the next picture into the same memory, so the brightness is copied out. */
    private static GrayFrame copied(Frame frame) {
        ByteBuffer plane = ((ByteBuffer) frame.image[0]).duplicate();
        byte[] pixels = new byte[frame.imageWidth * frame.imageHeight];
        for (int y = 0; y < frame.imageHeight; y++) {
            plane.position(y * frame.imageStride);
            plane.get(pixels, y * frame.imageWidth, frame.imageWidth);
        }
        return new GrayFrame(pixels, frame.imageWidth, frame.imageHeight);
    }

    @Override
    public boolean isLive() {
        return live;
    }

    @Override
    public void close() {
        release(grabber, new IllegalStateException("closing"));
    }

    private static void release(FFmpegFrameGrabber grabber, Exception cause) {
        try {
            grabber.release();
        } catch (IOException e) {
            // What cannot even be let go of was said to be broken before.
            cause.addSuppressed(e);
        }
    }
}
