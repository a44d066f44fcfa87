package org.eventops.adapters.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Java2DFrameConverter;
import org.eventops.domain.door.camera.FrameSource;
import org.eventops.domain.door.camera.GrayFrame;
import org.eventops.domain.door.camera.SeenCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real encoded videos and a real stream, read through FFmpeg. */
class StreamSourceTest {
    private static final String FIRST = "TICKET-0001-ABCDEFGH";
    private static final String SECOND = "TICKET-0002-IJKLMNOP";

    @TempDir Path folder;

    @Test
    void readsCodesThatMoveThroughAVideo() throws Exception {
        Path video = folder.resolve("queue.mp4");
        encode(video, 30);
        Set<String> seen = new LinkedHashSet<>();
        int frames = 0;
        try (FrameSource source = FrameSources.open(video.toString())) {
            assertThat(source.isLive()).isFalse();
            CodeReader reader = new CodeReader();
            Optional<GrayFrame> frame = source.next();
            while (frame.isPresent()) {
                assertThat(frame.get().width()).isEqualTo(Scenes.WIDTH);
                frames++;
                reader.look(frame.get(), 25_000_000).forEach(code -> seen.add(code.text()));
                frame = source.next();
            }
        }
        assertThat(frames).isEqualTo(30);
        assertThat(seen).containsExactlyInAnyOrder(FIRST, SECOND);
    }

    @Test
    void readsSeveralCodesInOnePictureAndWhereTheyAre() throws Exception {
        BufferedImage two = Scenes.with(Scenes.table(), FIRST, 100, 200, 8);
        Scenes.with(two, SECOND, 800, 250, 6);
        Path picture = folder.resolve("two.png");
        ImageIO.write(two, "png", picture.toFile());
        try (FrameSource source = FrameSources.open(picture.toString())) {
            List<SeenCode> seen = new CodeReader().study(source.next().orElseThrow());
            assertThat(seen).extracting(SeenCode::text).containsExactlyInAnyOrder(FIRST, SECOND);
            assertThat(seen)
                    .filteredOn(code -> code.text().equals(FIRST))
                    .flatExtracting(SeenCode::outline)
                    .isNotEmpty()
                    .allSatisfy(
                            point -> {
                                assertThat(point.x()).isBetween(100.0, 400.0);
                                assertThat(point.y()).isBetween(200.0, 500.0);
                            });
            assertThat(source.next()).isEmpty();
        }
    }

    @Test
    void readsAStreamAndSaysWhenItHasEnded() throws Exception {
        HttpServer server = stream(12);
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/camera.mjpg";
        try {
            for (int opening = 0; opening < 2; opening++) {
                try (FrameSource source = FrameSources.open(address)) {
                    assertThat(source.isLive()).isTrue();
                    List<SeenCode> seen = new CodeReader().study(source.next().orElseThrow());
                    assertThat(seen).extracting(SeenCode::text).containsExactly(FIRST);
                    assertThatThrownBy(
                                    () -> {
                                        while (source.next().isPresent()) {
                                            // on to its end
                                        }
                                    })
                            .isInstanceOf(IOException.class);
                }
            }
        } finally {
            server.stop(0);
        }
    }

    @Test
    void saysWhenThereIsNoSuchFileOrItIsNoPicture() throws Exception {
        assertThatThrownBy(() -> FrameSources.open(folder.resolve("none.mp4").toString()))
                .isInstanceOf(NoSuchFileException.class);
        Path text = Files.writeString(folder.resolve("not.png"), "no picture");
        try (FrameSource source = FrameSources.open(text.toString())) {
            assertThatThrownBy(source::next).isInstanceOf(IOException.class);
        }
        Path noVideo = Files.writeString(folder.resolve("not.mp4"), "no video");
        assertThatThrownBy(() -> FrameSources.open(noVideo.toString()))
                .isInstanceOf(IOException.class);
    }

    private static void encode(Path file, int frames) throws Exception {
        try (FFmpegFrameRecorder recorder =
                        new FFmpegFrameRecorder(file.toString(), Scenes.WIDTH, Scenes.HEIGHT);
                Java2DFrameConverter converter = new Java2DFrameConverter()) {
            recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
            recorder.setFrameRate(30);
            recorder.setVideoBitrate(4_000_000);
            recorder.start();
            for (int i = 0; i < frames; i++) {
                String text = i < frames / 2 ? FIRST : SECOND;
                BufferedImage image = Scenes.with(Scenes.table(), text, 200 + 8 * i, 150, 8);
                recorder.record(converter.convert(image));
            }
        }
    }

    /** An IP camera as many are: pictures one after the other in one answer. */
    private static HttpServer stream(int frames) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(Scenes.with(Scenes.table(), FIRST, 300, 150, 8), "jpg", jpeg);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/camera.mjpg",
                exchange -> {
                    exchange.getResponseHeaders()
                            .add("Content-Type", "multipart/x-mixed-replace; boundary=frame");
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream out = exchange.getResponseBody()) {
                        for (int i = 0; i < frames; i++) {
                            String head =
                                    "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: "
                                            + jpeg.size()
                                            + "\r\n\r\n";
                            out.write(head.getBytes(StandardCharsets.US_ASCII));
                            jpeg.writeTo(out);
                            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                        }
                    }
                });
        server.start();
        return server;
    }
}
