package org.eventops.launcher.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eventops.adapters.camera.CodeReader;
import org.eventops.domain.door.camera.SeenCode;
import org.eventops.launcher.bench.photo.HardPhotos;
import org.eventops.launcher.bench.photo.HardPhotos.Hardship;
import org.eventops.launcher.bench.photo.HardPhotos.Photo;

/** How many hard photographs the ladder reads, which of its steps read them, and what it takes. */
public final class CameraBench {
    private static final int EACH = 20;
    private static final long SEED = 20261121;
    private static final double[] MODULES = {1.5, 1.75, 2, 2.25, 2.5, 3};

    /** What was read of the photographs of one kind. */
    private record Tally(int read, int wrong, int all, List<Double> millis) {
        static final Tally NONE = new Tally(0, 0, 0, List.of());

        Tally with(boolean good, boolean bad, double taken) {
            List<Double> more = new ArrayList<>(millis);
            more.add(taken);
            return new Tally(read + (good ? 1 : 0), wrong + (bad ? 1 : 0), all + 1, more);
        }
    }

    /**
     * @param dataFolder where clips are written for a while
     */
    public void run(Path dataFolder, Consumer<Figure> each) {
        photographs(each);
        try (Scratch scratch = Scratch.beside(dataFolder)) {
            PaceBench.run(scratch.folder(), each);
        }
    }

    private static void photographs(Consumer<Figure> each) {
        Map<Hardship, Tally> byHardship = new EnumMap<>(Hardship.class);
        Map<String, Integer> byStep = new LinkedHashMap<>();
        CodeReader.steps().forEach(step -> byStep.put(step, 0));
        Tally all = Tally.NONE;
        for (Photo photo : HardPhotos.of(EACH, SEED)) {
            long begun = System.nanoTime();
            List<SeenCode> seen = new CodeReader().study(photo.frame());
            double taken = (System.nanoTime() - begun) / 1e6;
            boolean good = seen.stream().anyMatch(code -> code.text().equals(photo.text()));
            boolean bad = seen.stream().anyMatch(code -> !code.text().equals(photo.text()));
            seen.stream().findFirst().ifPresent(code -> byStep.merge(code.how(), 1, Integer::sum));
            byHardship.put(
                    photo.hardship(),
                    byHardship.getOrDefault(photo.hardship(), Tally.NONE).with(good, bad, taken));
            all = all.with(good, bad, taken);
        }
        byHardship.forEach(
                (hardship, tally) ->
                        each.accept(
                                figure(hardship.name().toLowerCase(java.util.Locale.ROOT), tally)));
        each.accept(figure("photos", all).with("least", 0.95).with("steps", byStep));
        for (double module : MODULES) {
            each.accept(far(module));
        }
    }

    /** What is left to read of a signed ticket when its modules are so small. */
    private static Figure far(double module) {
        Tally tally = Tally.NONE;
        for (Photo photo : HardPhotos.far(EACH, module, SEED)) {
            long begun = System.nanoTime();
            List<SeenCode> seen = new CodeReader().study(photo.frame());
            boolean good = seen.stream().anyMatch(code -> code.text().equals(photo.text()));
            tally = tally.with(good, !seen.isEmpty() && !good, (System.nanoTime() - begun) / 1e6);
        }
        return figure("module-of-" + module + "-px", tally);
    }

    private static Figure figure(String name, Tally tally) {
        double[] millis = tally.millis().stream().mapToDouble(Double::doubleValue).toArray();
        return Figure.of(name, new Samples(millis), "ms")
                .with("read", tally.read())
                .with("share", Math.round(1000.0 * tally.read() / tally.all()) / 1000.0)
                .with("wrong", tally.wrong());
    }
}
