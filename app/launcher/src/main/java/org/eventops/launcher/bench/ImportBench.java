package org.eventops.launcher.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.eventops.domain.change.Progress;
import org.eventops.domain.exchange.AttendeeField;
import org.eventops.domain.exchange.ColumnMapping;
import org.eventops.domain.exchange.ImportReport;
import org.eventops.domain.exchange.ImportRequest;
import org.eventops.launcher.wiring.OpenConsole;

/** Reads a large attendee list into an event that is almost empty. */
public final class ImportBench {
    private final int rows;
    private final Clock clock;

    public ImportBench(int rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    public void run(Path dataFolder, Consumer<Figure> each) {
        try (Scratch scratch = Scratch.beside(dataFolder);
                OpenConsole console = OpenConsole.open(scratch.folder(), clock)) {
            new BigEvent(1, 0).into(console);
            ImportRequest request = request(list(scratch.folder()));
            long begun = System.nanoTime();
            ImportReport report = console.importer().run(request, Progress.NONE);
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (!report.applied() || report.counts().created() < rows) {
                throw new IllegalStateException("not what was to be measured: " + report.counts());
            }
            each.accept(Figure.single("import", seconds, "s").limit("p50", 10).with("rows", rows));
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
            for (int i = 0; i < rows; i++) {
                out.write(
                        "L%06d,list-%06d,general,Ana Peña %d,ana%d@example.com%n"
                                .formatted(i, i, i, i));
            }
        }
        return file;
    }
}
