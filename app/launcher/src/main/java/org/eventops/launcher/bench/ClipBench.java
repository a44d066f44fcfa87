package org.eventops.launcher.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import org.eventops.adapters.camera.AllCameras;
import org.eventops.domain.door.camera.CameraDevice;
import org.eventops.domain.door.camera.Cameras;
import org.eventops.domain.door.camera.CodeReading;
import org.eventops.domain.door.camera.FrameSource;
import org.eventops.domain.door.camera.Torch;
import org.eventops.launcher.bench.photo.Clips;
import org.eventops.launcher.bench.photo.Clips.Clip;
import org.eventops.launcher.bench.photo.Clips.Trouble;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.launcher.wiring.TourRun;

/**
 * Encoded clips of tickets in front of the real door's camera, at the pace of a camera: from the
 * frame that first shows the whole code to the verdict drawn.
 */
public final class ClipBench {
    private static final int EACH = 6;
    private static final long SEED = 20261121;
    private static final long LONGEST_SECONDS = 4;

    private final int tickets;
    private final int scans;
    private final Clock clock;

    public ClipBench(int tickets, int scans, Clock clock) {
        this.tickets = tickets;
        this.scans = scans;
        this.clock = clock;
    }

    public void run(Path dataFolder, Consumer<Figure> each) {
        TourRun.drawWithoutDisplay();
        try (Scratch scratch = Scratch.beside(dataFolder);
                OpenConsole console = OpenConsole.open(scratch.folder(), clock)) {
            new BigEvent(tickets, scans).into(console);
            ClipCamera camera = new ClipCamera();
            try (DoorOnScreen door =
                    new DoorOnScreen(
                            console,
                            scratch.folder(),
                            clock,
                            services -> DoorOnScreen.withCamera(services, camera))) {
                measure(door, camera, scratch.folder(), each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plays the file that it is asked for as a camera would. */
    private static final class ClipCamera implements Cameras {
        private final AllCameras real = new AllCameras();
        private volatile AtomicLongArray arrivals = PacedVideo.arrivals();

        @Override
        public FrameSource open(String source) throws IOException {
            return new PacedVideo(Path.of(source), arrivals);
        }

        @Override
        public List<CameraDevice> devices() {
            return real.devices();
        }

        @Override
        public Optional<Torch> torch(String source) {
            return real.torch(source);
        }

        @Override
        public CodeReading reader() {
            return real.reader();
        }

        AtomicLongArray next() {
            arrivals = PacedVideo.arrivals();
            return arrivals;
        }
    }

    private static void measure(
            DoorOnScreen door, ClipCamera camera, Path folder, Consumer<Figure> each)
            throws IOException {
        List<String> codes = new ArrayList<>(door.codes(2 * EACH * Trouble.values().length + 60));
        // The door has been at work for a while when people judge it.
        codes.subList(0, 50).forEach(door::scan);
        codes.subList(0, 50).clear();
        Map<Trouble, List<Double>> taken = new EnumMap<>(Trouble.class);
        int missed = 0;
        long seed = SEED;
        for (int i = 0; i < EACH; i++) {
            for (Trouble trouble : Trouble.values()) {
                List<String> shown = new ArrayList<>(codes.subList(0, Clips.codes(trouble)));
                codes.subList(0, shown.size()).clear();
                Clip clip = Clips.of(trouble, shown, seed++);
                Path file = folder.resolve(trouble + "-" + i + ".avi");
                ClipVideo.write(clip.frames(), file);
                double millis = play(door, camera, file, clip.visibleFrom(), shown.size());
                missed += millis >= LONGEST_SECONDS * 1e3 ? 1 : 0;
                taken.computeIfAbsent(trouble, unused -> new ArrayList<>()).add(millis);
            }
        }
        taken.forEach(
                (trouble, millis) ->
                        each.accept(
                                figure("clip-" + trouble.name().toLowerCase(Locale.ROOT), millis)));
        List<Double> all = new ArrayList<>();
        taken.values().forEach(all::addAll);
        each.accept(figure("frame-to-verdict", all).limit("p95", 150).with("missed", missed));
    }

    private static Figure figure(String name, List<Double> millis) {
        Collections.sort(millis);
        return Figure.of(
                name,
                new Samples(millis.stream().mapToDouble(Double::doubleValue).toArray()),
                "ms");
    }

    /** Milliseconds; as many as were waited for when codes were not read. */
    private static double play(
            DoorOnScreen door, ClipCamera camera, Path file, int visibleFrom, int codes) {
        AtomicLongArray arrivals = camera.next();
        FutureTask<Long> verdict =
                DoorOnScreen.onScreen(
                        () -> {
                            FutureTask<Long> drawn = door.scans().verdicts(codes);
                            ComboBox<?> source =
                                    (ComboBox<?>) door.scene().lookup("#camera-source");
                            source.getEditor().setText(file.toString());
                            return drawn;
                        });
        door.toggleCamera();
        double millis;
        try {
            long drawn = verdict.get(LONGEST_SECONDS, TimeUnit.SECONDS);
            millis = (drawn - arrivals.get(visibleFrom)) / 1e6;
        } catch (TimeoutException e) {
            millis = LONGEST_SECONDS * 1e3;
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
        door.toggleCamera();
        door.idle();
        return millis;
    }
}
