package org.eventops.launcher.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eventops.domain.change.Progress;
import org.eventops.domain.exchange.AttendeeField;
import org.eventops.domain.exchange.ColumnMapping;
import org.eventops.domain.exchange.ImportReport;
import org.eventops.domain.exchange.ImportRequest;
import org.eventops.launcher.wiring.OpenConsole;

/** Reads a large attendee list into a small event, alone and beside a door that is scanning. */
public final class ImportBench {
    private static final int DOOR_TICKETS = 2_000;

    private final int rows;
    private final Clock clock;

    public ImportBench(int rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public void run(Path dataFolder, Consumer<Figure> each) {
        onFreshStore(dataFolder, (console, request) -> alone(console, request, each));
        onFreshStore(dataFolder, (console, request) -> besideADoor(console, request, each));
    }

    private void onFreshStore(Path dataFolder, BiConsumer<OpenConsole, ImportRequest> measure) {
        try (Scratch scratch = Scratch.beside(dataFolder);
                OpenConsole console = OpenConsole.open(scratch.folder(), clock)) {
            new BigEvent(DOOR_TICKETS, 0).into(console);
            measure.accept(console, request(list(scratch.folder())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void alone(OpenConsole console, ImportRequest request, Consumer<Figure> each) {
        double seconds = imported(console, request);
        each.accept(Figure.single("import", seconds, "s").limit("p50", 10).with("rows", rows));
    }

    /** What a door feels of it. */
    private void besideADoor(OpenConsole console, ImportRequest request, Consumer<Figure> each) {
        SteadyDoor.Felt<Double> felt =
                new SteadyDoor(console, DOOR_TICKETS, clock)
                        .beside("scan-beside-import", () -> imported(console, request));
        each.accept(felt.figure().with("importSeconds", Math.round(felt.result() * 10) / 10.0));
    }

    private double imported(OpenConsole console, ImportRequest request) {
        try {
            long begun = System.nanoTime();
            ImportReport report = console.importer().run(request, Progress.NONE);
            if (!report.applied() || report.counts().created() < rows) {
                throw new IllegalStateException("not what was to be measured: " + report.counts());
            }
            return (System.nanoTime() - begun) / 1e9;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImportRequest request(Path file) {
        ColumnMapping mapping =
                new ColumnMapping(
                        Map.of(
                                AttendeeField.ORDER_CODE, "order",
                                AttendeeField.TICKET_CODE, "ticket",
                                AttendeeField.PRODUCT, "product",
                                AttendeeField.NAME, "name",
                                AttendeeField.EMAIL, "email"));
        return new ImportRequest(file, "table", BigEvent.SLUG, false, false, mapping);
    }

    private Path list(Path folder) throws IOException {
        Path file = folder.resolve("list.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("order,ticket,product,name,email\n");
            for (int i = DOOR_TICKETS; i < DOOR_TICKETS + rows; i++) {
                out.write(
                        "%s,%s,general,Ana Peña %d,ana%d@example.com%n"
                                .formatted(BigEvent.order(i), BigEvent.code(i), i, i));
            }
        }
        return file;
    }
}
