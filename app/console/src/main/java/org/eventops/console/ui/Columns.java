package org.eventops.console.ui;

import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.eventops.console.shell.Language;
import org.jspecify.annotations.Nullable;

/** Columns of tables, headed in the window's language. */
public final class Columns {
    private Columns() {}

    public static <R> TableColumn<R, String> text(
            Language language, String key, double width, Function<R, String> value) {
        TableColumn<R, String> column = new TableColumn<>();
        column.textProperty().bind(language.of(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        return column;
    }

    /** Sorted by its value and right-aligned. */
    public static <R, V> TableColumn<R, V> number(
            Language language,
            String key,
            double width,
            Function<R, V> value,
            Function<V, String> shown) {
        TableColumn<R, V> column =
                drawn(language, key, width, value, (cell, each) -> cell.setText(shown.apply(each)));
        column.getStyleClass().add("number");
        return column;
    }

    /** Sorted by its value, and drawn as the painter says. */
    public static <R, V> TableColumn<R, V> drawn(
            Language language,
            String key,
            double width,
            Function<R, V> value,
            BiConsumer<TableCell<R, V>, V> painter) {
        TableColumn<R, V> column = new TableColumn<>();
        column.textProperty().bind(language.of(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(made -> new Painted<>(painter));
        return column;
    }

    private static final class Painted<R, V> extends TableCell<R, V> {
        private final BiConsumer<TableCell<R, V>, V> painter;

        Painted(BiConsumer<TableCell<R, V>, V> painter) {
            this.painter = painter;
        }

        @Override
        protected void updateItem(@Nullable V item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(null);
            if (item != null && !empty) {
                painter.accept(this, item);
            }
        }
    }
}
