package org.eventops.launcher.bench.sync;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eventops.launcher.bench.Figure;
import org.eventops.launcher.bench.OwnProcess;
import org.eventops.launcher.bench.Samples;

/**
 * {@code connect} at a console whose store does not exist yet, to an organisation as large as the
 * demo's: the whole command, Java included, until everything is there.
 */
record ConnectFigures(BenchHub hub, Path folder) {
    private static final int TIMES = 5;

    void run(Consumer<Figure> each) {
        try {
            Path passphrase = Files.writeString(folder.resolve("passphrase"), "a long passphrase");
            Path office = folder.resolve("demo");
            command(office, List.of("demo"));
            connect("demo-office", office, passphrase);
            double[] taken =
                    IntStream.range(0, TIMES)
                            .mapToDouble(i -> connect("demo-" + i, passphrase))
                            .toArray();
            each.accept(Figure.of("sync-connect-demo", new Samples(taken), "s").limit("p50", 3));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double connect(String name, Path passphrase) {
        return connect(name, folder.resolve(name), passphrase);
    }

    /** Seconds. */
    private double connect(String name, Path store, Path passphrase) {
        Path bundle = folder.resolve(name + ".bundle");
        command(store, hub.enrolment(name, bundle, passphrase));
        long begun = System.nanoTime();
        command(
                store,
                List.of("connect", bundle.toString(), "--passphrase-file", passphrase.toString()));
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void command(Path store, List<String> words) {
        List<String> line =
                Stream.concat(words.stream(), Stream.of("--data", store.toString())).toList();
        try {
            Process process = OwnProcess.start(List.of(), line);
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(words.getFirst() + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
