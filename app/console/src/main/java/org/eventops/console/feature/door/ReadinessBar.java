package org.eventops.console.feature.door;

import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.Navigation;
import org.eventops.console.ui.Presence;
import org.eventops.domain.readiness.Finding;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** Says over the door that it is not ready, before the queue finds out. */
final class ReadinessBar extends HBox {
    private static final Duration EVERY = Duration.minutes(2);

    private final Language language;
    private final DoorReadiness readiness;
    private final Label words = new Label();
    private final Timeline again;

    ReadinessBar(Language language, DoorReadiness readiness, Navigation navigation) {
        this.language = language;
        this.readiness = readiness;
        getStyleClass().add("readiness-bar");
        setId("door-not-ready");
        words.setWrapText(true);
        words.setGraphic(new FontIcon(Material2MZ.WARNING));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button open = new Button();
        open.textProperty().bind(language.of("readiness.door.open"));
        open.setMinWidth(USE_PREF_SIZE);
        open.setFocusTraversable(false);
        open.setOnAction(event -> navigation.open("app.screen.readiness"));
        getChildren().addAll(words, open);
        again = new Timeline(new KeyFrame(EVERY, event -> readiness.look()));
        again.setCycleCount(Animation.INDEFINITE);
        readiness.missingProperty().addListener((property, before, now) -> show(now));
        language.textsProperty()
                .addListener((property, before, now) -> show(readiness.missingProperty().get()));
        show(Optional.empty());
    }

    void start() {
        readiness.look();
        again.play();
    }

    void stop() {
        again.stop();
    }

    private void show(Optional<Finding> missing) {
        words.setText(missing.map(this::words).orElse(""));
        Presence.set(this, missing.isPresent());
    }

    private String words(Finding found) {
        return language.get(
                "readiness.door",
                language.get("readiness.topic." + found.topic()),
                language.get(found.key(), found.facts().toArray()));
    }
}
