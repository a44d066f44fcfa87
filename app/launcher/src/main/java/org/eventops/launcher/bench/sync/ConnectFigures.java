package org.eventops.launcher.bench.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eventops.launcher.bench.Figure;
import org.eventops.launcher.bench.OwnProcess;
import org.eventops.launcher.bench.Samples;

/**
 * The demo organisation comes to a second, empty console: to one that is open, as in the window,
 * from the moment somebody connects it; and by the whole command where no store is yet, Java
 * included, until everything is there.
 */
record ConnectFigures(BenchHub hub, Path folder) {
    private static final int TIMES = 5;

    void run(Consumer<Figure> each) {
        try {
            Path passphrase = Files.writeString(folder.resolve("passphrase"), "a long passphrase");
            Path office = folder.resolve("demo");
            command(office, List.of("demo"));
            connect("demo-office", office, passphrase);
            List<FirstDoor.Times> open =
                    IntStream.range(0, TIMES)
                            .mapToObj(i -> atOpenConsole("open-" + i, passphrase))
                            .toList();
            each.accept(
                    figure("sync-connect-demo-door", open, FirstDoor.Times::ready)
                            .with(
                                    "let_in_p50",
                                    figure("let-in", open, FirstDoor.Times::letIn).p50())
                            .with(
                                    "loaded_p50",
                                    figure("loaded", open, FirstDoor.Times::loaded).p50())
                            .limit("p50", 3));
            double[] taken =
                    IntStream.range(0, TIMES)
                            .mapToDouble(i -> connect("demo-" + i, passphrase))
                            .toArray();
            each.accept(Figure.of("sync-connect-demo", new Samples(taken), "s").limit("p50", 3));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Figure figure(
            String name, List<FirstDoor.Times> all, ToDoubleFunction<FirstDoor.Times> part) {
        return Figure.of(name, new Samples(all.stream().mapToDouble(part).toArray()), "s");
    }

    private FirstDoor.Times atOpenConsole(String name, Path passphrase) {
        Path store = folder.resolve(name);
        Path bundle = bundle(name, store, passphrase);
        List<String> words = Stream.of(store, bundle, passphrase).map(Path::toString).toList();
        return FirstDoor.Times.read(
                lines(OwnProcess.start(FirstDoor.class, List.of(), words), name));
    }

    private Path bundle(String name, Path store, Path passphrase) {
        Path bundle = folder.resolve(name + ".bundle");
        command(store, hub.enrolment(name, bundle, passphrase));
        return bundle;
    }

    private double connect(String name, Path passphrase) {
        return connect(name, folder.resolve(name), passphrase);
    }

    /** Seconds. */
    private double connect(String name, Path store, Path passphrase) {
        Path bundle = bundle(name, store, passphrase);
        long begun = System.nanoTime();
        command(
                store,
                List.of("connect", bundle.toString(), "--passphrase-file", passphrase.toString()));
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void command(Path store, List<String> words) {
        List<String> line =
                Stream.concat(words.stream(), Stream.of("--data", store.toString())).toList();
        lines(OwnProcess.start(List.of(), line), words.getFirst());
    }

    /** What the process said, once it ended well. */
    private static List<String> lines(Process process, String what) {
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = said.lines().toList();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(what + " failed");
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
