package org.eventops.console.shell;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** There only while something needs somebody; a click opens the page that says what. */
final class HealthItem {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final Duration EVERY = Duration.minutes(1);

    private final Button button = new Button();
    private final HealthFeed feed;

    HealthItem(HealthFeed feed, Language language, Runnable open) {
        this.feed = feed;
        button.setId("status-health");
        button.getStyleClass().addAll("status-item", "status-link");
        button.pseudoClassStateChanged(BAD, true);
        button.setFocusTraversable(false);
        button.setGraphic(new FontIcon(Material2MZ.WARNING));
        button.setOnAction(event -> open.run());
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(language.of("health.bar.open"));
        button.setTooltip(tip);
        button.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> language.get("health.bar", feed.alerts()),
                                feed.reportProperty(),
                                language.textsProperty()));
        button.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> feed.alerts() > 0, feed.reportProperty()));
        button.managedProperty().bind(button.visibleProperty());
        watch();
    }

    Node node() {
        return button;
    }

    private void watch() {
        Timeline timeline = new Timeline(new KeyFrame(EVERY, event -> feed.glance()));
        timeline.setCycleCount(Animation.INDEFINITE);
        feed.onClose(timeline::stop);
        button.sceneProperty()
                .addListener(
                        (property, before, scene) -> {
                            if (scene == null) {
                                timeline.stop();
                            } else {
                                timeline.play();
                            }
                        });
    }
}
