package org.eventops.launcher.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eventops.domain.change.Progress;
import org.eventops.domain.exchange.ColumnMapping;
import org.eventops.domain.exchange.Exporter.TableFormat;
import org.eventops.domain.exchange.ImportReport;
import org.eventops.domain.exchange.ImportRequest;
import org.eventops.domain.exchange.Rejection;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.resources.Texts;
import org.jspecify.annotations.Nullable;

/** A real store to bring files into, and what it holds, as a file. */
final class Desk implements AutoCloseable {
    static final String GALA =
            """
            {"eventops": 1,
             "event": {"slug": "gala", "name": "Gala", "timezone": "America/Bogota",
                       "currency": "COP", "starts": "2026-11-20T19:00:00-05:00",
                       "ends": "2026-11-20T23:00:00-05:00"},
             "products": [{"key": "general", "name": "General", "price": "120000.00"},
                          {"key": "vip", "name": "VIP", "price": "300000.00"}],
             "questions": [{"key": "waiver", "label": "Waiver?", "type": "boolean"}],
             "gates": [{"key": "north", "name": "North"}],
             "lists": [{"name": "Main", "products": ["*"]}],
             "orders": [{"code": "OLD1", "status": "paid", "tickets": [
                {"code": "old-code", "product": "general", "note": "kept",
                 "attendee": {"name": "Ana Peña", "email": "ana@example.com"},
                 "answers": {"waiver": "true"}}]}],
             "revoked": ["dead"]}
            """;

    final OpenConsole console;
    private final Path folder;

    private Desk(Path folder) {
        this.folder = folder;
        this.console = OpenConsole.open(folder.resolve("store"), Clock.systemUTC());
    }

    static Desk empty(Path folder) {
        return new Desk(folder);
    }

    static Desk withGala(Path folder) throws IOException {
        Desk desk = new Desk(folder);
        ImportReport report = desk.bring("gala.json", GALA);
        if (!report.ok()) {
            throw new IllegalArgumentException(report.rejected().toString());
        }
        return desk;
    }

    ImportReport bring(String name, String content) throws IOException {
        return bring(name, content, StandardCharsets.UTF_8);
    }

    ImportReport bring(String name, String content, Charset charset) throws IOException {
        return bring(name, content.getBytes(charset));
    }

    ImportReport bring(String name, byte[] content) throws IOException {
        return run(request(Files.write(folder.resolve(name), content), false, false, null));
    }

    ImportReport run(ImportRequest request) throws IOException {
        return console.importer().run(request, Progress.NONE);
    }

    Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    static ImportRequest request(
            Path file, boolean dryRun, boolean strict, @Nullable ColumnMapping mapping) {
        return new ImportRequest(file, null, null, dryRun, strict, mapping);
    }

    String exported() throws IOException {
        return exported("gala");
    }

    String exported(String slug) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        console.exporter().event(slug, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    String attendees() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        console.exporter().attendees("gala", TableFormat.CSV, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The sentences of all refusals in both languages; fails where one has none. */
    static List<String> said(ImportReport report) {
        List<String> said = new ArrayList<>();
        for (Rejection each : report.rejected()) {
            for (var language : Texts.LANGUAGES) {
                said.add(
                        Texts.of(language)
                                .get(each.reason().key(), each.reason().arguments().toArray()));
            }
        }
        return said;
    }

    @Override
    public void close() {
        console.close();
    }
}
