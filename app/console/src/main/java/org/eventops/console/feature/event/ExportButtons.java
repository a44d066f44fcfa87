package org.eventops.console.feature.event;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.FileSaving;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.exchange.Exporter;

/** Writes the open event, or its attendees, to a file that the person names. */
final class ExportButtons {
    private final ScreenContext context;
    private final Language language;
    private final Exporter exporter;
    private final FileSaving saving;

    ExportButtons(ScreenContext context, Exporter exporter) {
        this.context = context;
        this.language = context.language();
        this.exporter = exporter;
        this.saving = new FileSaving(context);
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
        saving.choose(FileSaving.owner(item), slug + "." + ending, out -> writer.write(slug, out));
    }
}
