package org.eventops.console.feature.health;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Navigation;
import org.eventops.domain.health.Alert;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What needs somebody, and what to do; or that nothing does. */
record AlertsCard(HealthWords words, List<Alert> alerts, Navigation navigation) {
    Node node() {
        VBox card = new VBox(head());
        card.getStyleClass().addAll("card", alerts.isEmpty() ? "card-ok" : "card-bad");
        alerts.forEach(each -> card.getChildren().add(alert(each)));
        return card;
    }

    private Label head() {
        boolean well = alerts.isEmpty();
        Label head =
                new Label(
                        well
                                ? words.texts().get("health.well")
                                : words.texts().get("health.alerts", alerts.size()));
        head.setId("health-head");
        head.setWrapText(true);
        head.setGraphic(new FontIcon(well ? Material2AL.CHECK_CIRCLE : Material2MZ.WARNING));
        head.getStyleClass().addAll("empty-title", well ? "health-well" : "health-alert");
        return head;
    }

    private Node alert(Alert alert) {
        Label what = new Label(words.alert(alert));
        what.setWrapText(true);
        what.getStyleClass().addAll("card-title", "health-what");
        Label remedy = new Label(words.remedy(alert));
        remedy.setWrapText(true);
        remedy.getStyleClass().add("health-remedy");
        VBox box = new VBox(what, remedy);
        HealthWords.page(alert)
                .filter(navigation::leadsTo)
                .ifPresent(
                        page -> {
                            Button there = new Button(words.texts().get("health.there"));
                            there.setOnAction(event -> navigation.open(page));
                            box.getChildren().add(there);
                        });
        box.getStyleClass().add("field");
        return box;
    }
}
