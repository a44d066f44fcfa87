package org.eventops.launcher.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.eventops.domain.door.camera.GrayFrame;
import org.eventops.launcher.bench.photo.Clips;

/** Encodes pictures as webcams and IP cameras send them: as motion JPEG. */
final class ClipVideo {
    /** Of FFmpeg's scale from 2 (best) to 31; what webcams send looks like this. */
    private static final double QUALITY = 5;

    private ClipVideo() {}

    /**
     * @param file is written, an AVI
     */
    static void write(List<GrayFrame> frames, Path file) throws IOException {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        GrayFrame first = frames.getFirst();
        try (FFmpegFrameRecorder recorder =
                new FFmpegFrameRecorder(file.toString(), first.width(), first.height(), 0)) {
            recorder.setFormat("avi");
            recorder.setVideoCodec(avcodec.AV_CODEC_ID_MJPEG);
            recorder.setPixelFormat(avutil.AV_PIX_FMT_YUVJ420P);
            recorder.setFrameRate(Clips.RATE);
            recorder.setVideoQuality(QUALITY);
            recorder.start();
            for (GrayFrame frame : frames) {
                recorder.record(picture(frame), avutil.AV_PIX_FMT_GRAY8);
            }
        }
    }

    private static Frame picture(GrayFrame gray) {
        Frame frame = new Frame(gray.width(), gray.height(), Frame.DEPTH_UBYTE, 1);
        ByteBuffer plane = (ByteBuffer) frame.image[0];
        for (int y = 0; y < gray.height(); y++) {
            plane.position(y * frame.imageStride);
            plane.put(gray.pixels(), y * gray.width(), gray.width());
        }
        plane.position(0);
        return frame;
    }
}
