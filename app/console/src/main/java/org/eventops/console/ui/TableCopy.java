package org.eventops.console.ui;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Ctrl+C on a table copies the chosen rows, as a spreadsheet takes them. */
public final class TableCopy {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private TableCopy() {}

    public static <R> void install(TableView<R> table) {
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setOnKeyPressed(
                event -> {
                    if (COPY.match(event)) {
                        ClipboardContent content = new ClipboardContent();
                        content.putString(rows(table));
                        Clipboard.getSystemClipboard().setContent(content);
                        event.consume();
                    }
                });
    }

    static <R> String rows(TableView<R> table) {
        List<TableColumn<R, ?>> columns = List.copyOf(table.getVisibleLeafColumns());
        return table.getSelectionModel().getSelectedItems().stream()
                .map(
                        row ->
                                columns.stream()
                                        .map(column -> cell(column, row))
                                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    private static <R> String cell(TableColumn<R, ?> column, R row) {
        Object value = column.getCellData(row);
        return value == null ? "" : value.toString().replaceAll("[\\t\\r\\n]+", " ");
    }
}
