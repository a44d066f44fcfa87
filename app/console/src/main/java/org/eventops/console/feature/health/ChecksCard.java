package org.eventops.console.feature.health;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eventops.domain.readiness.Finding;
import org.eventops.domain.readiness.Finding.Level;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** What was looked at, each in a sentence. */
record ChecksCard(HealthWords words, List<Finding> checks) {
    Node node() {
        Label title = new Label(words.texts().get("health.checks"));
        title.getStyleClass().add("card-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("readiness");
        for (int i = 0; i < checks.size(); i++) {
            Finding each = checks.get(i);
            grid.addRow(i, chip(each.level()), name(each), detail(each));
        }
        VBox card = new VBox(title, grid);
        card.getStyleClass().add("card");
        return card;
    }

    private Label chip(Level level) {
        Label chip = new Label(words.texts().get("readiness.level." + level));
        chip.setGraphic(new FontIcon(symbol(level)));
        chip.setMinWidth(Label.USE_PREF_SIZE);
        chip.getStyleClass().addAll("chip", "chip-" + level);
        return chip;
    }

    private static Ikon symbol(Level level) {
        return switch (level) {
            case GOOD -> Material2AL.CHECK_CIRCLE;
            case ADVICE -> Material2AL.INFO;
            case BAD -> Material2AL.BLOCK;
        };
    }

    private Label name(Finding finding) {
        Label name = new Label(words.texts().get("readiness.topic." + finding.topic()));
        name.setMinWidth(Label.USE_PREF_SIZE);
        name.getStyleClass().add("field-name");
        return name;
    }

    private Label detail(Finding finding) {
        Label detail = new Label(words.finding(finding));
        detail.setId("health-" + finding.topic());
        detail.setWrapText(true);
        GridPane.setHgrow(detail, Priority.ALWAYS);
        return detail;
    }
}
