package org.eventops.launcher.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.launcher.wiring.TourRun;

/** A scanner's keystrokes in the real window, drawn by software, until the verdict stands there. */
public final class WindowBench {
    private static final int WARM_UP = 100;

    private final int tickets;
    private final int scans;
    private final int measured;
    private final boolean camera;
    private final Clock clock;

    /**
     * @param camera whether the door's camera is on
     */
    public WindowBench(int tickets, int scans, int measured, boolean camera, Clock clock) {
        this.camera = camera;
        this.tickets = tickets;
        this.scans = scans;
        this.measured = measured;
        this.clock = clock;
    }

    public void run(Path dataFolder, Consumer<Figure> each) {
        TourRun.drawWithoutDisplay();
        try (Scratch scratch = Scratch.beside(dataFolder);
                OpenConsole console = OpenConsole.open(scratch.folder(), clock)) {
            new BigEvent(tickets, scans).into(console);
            CameraBeside beside = new CameraBeside(scratch.folder());
            try (DoorOnScreen door =
                    new DoorOnScreen(
                            console,
                            scratch.folder(),
                            clock,
                            services -> DoorOnScreen.withCamera(services, beside))) {
                if (camera) {
                    door.toggleCamera();
                }
                measure(door, beside, each);
            }
        }
    }

    private void measure(DoorOnScreen door, CameraBeside beside, Consumer<Figure> each) {
        List<String> codes = door.codes(WARM_UP + measured);
        codes.subList(0, WARM_UP).forEach(door::scan);
        DoorOnScreen.onScreen(
                () -> {
                    door.scans().forgetFrames();
                    return true;
                });
        double[] taken =
                codes.subList(WARM_UP, codes.size()).stream().mapToDouble(door::scan).toArray();
        each.accept(Figure.of("scan-to-drawn", new Samples(taken), "ms").limit("p95", 60));
        Samples frames = DoorOnScreen.onScreen(() -> door.scans().frames());
        each.accept(
                Figure.of("frame", frames, "ms")
                        .with("camera_frames", beside.frames())
                        .with("longest", Math.round(frames.percentile(100)))
                        .with("limit_longest", 50 + 17));
    }
}
