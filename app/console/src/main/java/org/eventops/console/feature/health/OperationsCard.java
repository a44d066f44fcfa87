package org.eventops.console.feature.health;

import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.eventops.console.ui.Formats;
import org.eventops.domain.measure.Figures;

/** How often and how fast, in the last hour. */
record OperationsCard(HealthWords words, List<Figures> operations, Locale locale) {
    private static final List<String> HEADS =
            List.of("name", "calls", "errors", "median", "most", "longest");

    Node node() {
        Label title = new Label(words.texts().get("health.operations"));
        title.getStyleClass().add("card-title");
        Label note = new Label(words.texts().get("health.thresholds"));
        note.setWrapText(true);
        note.getStyleClass().add("muted");
        VBox card = new VBox(title, operations.isEmpty() ? none() : grid(), note);
        card.getStyleClass().add("card");
        return card;
    }

    private Label none() {
        return new Label(words.texts().get("health.operations.none"));
    }

    private GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("readiness");
        for (int column = 0; column < HEADS.size(); column++) {
            Label head = new Label(words.texts().get("health.column." + HEADS.get(column)));
            head.getStyleClass().add("field-name");
            place(grid, head, column, 0);
        }
        for (int row = 0; row < operations.size(); row++) {
            row(grid, operations.get(row), row + 1);
        }
        return grid;
    }

    private void row(GridPane grid, Figures figures, int row) {
        List<String> cells =
                List.of(
                        words.operation(figures.operation()),
                        Formats.count(figures.calls(), locale),
                        Formats.count(figures.errors(), locale),
                        words.time(figures.median()),
                        words.time(figures.most()),
                        words.time(figures.longest()));
        for (int column = 0; column < cells.size(); column++) {
            place(grid, new Label(cells.get(column)), column, row);
        }
    }

    private static void place(GridPane grid, Label cell, int column, int row) {
        grid.add(cell, column, row);
        GridPane.setHalignment(cell, column == 0 ? HPos.LEFT : HPos.RIGHT);
    }
}
