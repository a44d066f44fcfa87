package org.eventops.launcher.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eventops.adapters.camera.CodeReader;
import org.eventops.adapters.camera.FrameSources;
import org.eventops.domain.door.camera.FrameSource;
import org.eventops.domain.door.camera.GrayFrame;
import org.eventops.launcher.bench.photo.Clips;
import org.eventops.launcher.bench.photo.Clips.Trouble;

/** How many frames of a camera one core decodes and looks at in a second. */
final class PaceBench {
    private static final long FRAME_BUDGET = 25_000_000;
    private static final int FRAMES = 300;

    private PaceBench() {}

    static void run(Path folder, Consumer<Figure> each) {
        try {
            Path empty = folder.resolve("nothing.avi");
            ClipVideo.write(Clips.nothing(FRAMES / 4, 1), empty);
            each.accept(pace("pace-nothing", List.of(empty, empty, empty, empty)));
            List<Path> clips = new ArrayList<>();
            for (Trouble trouble : Trouble.values()) {
                Path clip = folder.resolve(trouble + ".avi");
                List<String> codes = List.of("PACE-" + trouble, "PACE-2-" + trouble);
                ClipVideo.write(
                        Clips.of(trouble, codes.subList(0, Clips.codes(trouble)), 2).frames(),
                        clip);
                clips.add(clip);
            }
            each.accept(pace("pace-codes", clips));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One thread does it all, so its processor time is what one core needs. */
    private static Figure pace(String name, List<Path> files) throws IOException {
        CodeReader reader = new CodeReader();
        List<Double> millis = new ArrayList<>();
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (Path file : files) {
            try (FrameSource source = FrameSources.open(file.toString())) {
                long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                Optional<GrayFrame> frame = source.next();
                while (frame.isPresent()) {
                    reader.look(frame.get(), FRAME_BUDGET);
                    long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                    millis.add((after - before) / 1e6);
                    before = after;
                    frame = source.next();
                }
            }
        }
        long all = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
        double rate = millis.size() * 1e9 / all;
        return Figure.of(
                        name,
                        new Samples(millis.stream().mapToDouble(Double::doubleValue).toArray()),
                        "ms")
                .with("frames_per_second_of_one_core", Math.round(rate * 10) / 10.0)
                .with("least", Clips.RATE)
                .with("ratio", Math.round(rate / Clips.RATE * 100) / 100.0);
    }
}
