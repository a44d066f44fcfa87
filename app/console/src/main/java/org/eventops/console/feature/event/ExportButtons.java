package org.eventops.console.feature.event;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.exchange.Exporter;

/** Writes the open event, or its attendees, to a file that the person names. */
final class ExportButtons {
    private final ScreenContext context;
    private final Language language;
    private final Exporter exporter;

    ExportButtons(ScreenContext context, Exporter exporter) {
        this.context = context;
        this.language = context.language();
        this.exporter = exporter;
    }

    /** Writes one kind of document; false when the event is gone. */
    private interface Writer {
        boolean write(String slug, OutputStream out) throws IOException;
    }

    MenuButton node() {
        MenuButton button = new MenuButton();
        button.textProperty().bind(language.of("exchange.export"));
        button.getItems()
                .setAll(
                        List.of(
                                item("exchange.export.event", "json", exporter::event),
                                item(
                                        "exchange.export.csv",
                                        "csv",
                                        (slug, out) ->
                                                exporter.attendees(
                                                        slug, Exporter.TableFormat.CSV, out)),
                                item(
                                        "exchange.export.xlsx",
                                        "xlsx",
                                        (slug, out) ->
                                                exporter.attendees(
                                                        slug, Exporter.TableFormat.XLSX, out))));
        return button;
    }

    private MenuItem item(String key, String ending, Writer writer) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(language.of(key));
        item.setOnAction(
                event ->
                        context.current()
                                .get()
                                .map(EventRow::slug)
                                .ifPresent(slug -> choose(slug, ending, writer, item)));
        return item;
    }

    private void choose(String slug, String ending, Writer writer, MenuItem item) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(slug + "." + ending);
        File chosen = chooser.showSaveDialog(item.getParentPopup().getOwnerWindow());
        if (chosen != null) {
            Path file = chosen.toPath();
            context.tasks()
                    .read(progress -> write(slug, file, writer))
                    .onSuccess(
                            done ->
                                    context.notices()
                                            .tell(
                                                    language.get(
                                                            done
                                                                    ? "exchange.export.done"
                                                                    : "ticketing.gone",
                                                            file.getFileName())))
                    .onError(
                            IOException.class,
                            failure ->
                                    context.notices()
                                            .tell(
                                                    language.get(
                                                            "exchange.export.failed",
                                                            file.getFileName())))
                    .start();
        }
    }

    /** The old file stays until the new one is whole. */
    private static boolean write(String slug, Path file, Writer writer) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        boolean found;
        try (OutputStream out = Files.newOutputStream(part)) {
            found = writer.write(slug, out);
        }
        if (found) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(part);
        }
        return found;
    }
}
