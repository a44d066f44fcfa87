package org.eventops.console.shell;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.eventops.console.services.ConsoleFacts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The bottom line: store, sync, protection, device, person, clock; always in words. */
final class StatusBar {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final ConsoleFacts facts;
    private final ReadOnlyStringProperty person;
    private final StatusViewModel status;
    private final Preferences preferences;
    private final List<Node> links;
    private final ConsoleLock lock;
    private final SimpleObjectProperty<ZonedDateTime> now;
    private final HBox bar = new HBox();
    private final Timeline ticks = new Timeline();

    /**
     * @param person who stands here now
     * @param links lead to the pages that say more
     * @param lock what shuts the window
     */
    StatusBar(
            ConsoleFacts facts,
            StatusViewModel status,
            Preferences preferences,
            ReadOnlyStringProperty person,
            List<Node> links,
            ConsoleLock lock) {
        this.lock = lock;
        this.facts = facts;
        this.links = links;
        this.person = person;
        this.status = status;
        this.preferences = preferences;
        this.now = new SimpleObjectProperty<>(ZonedDateTime.now(facts.clock()));
        layout();
        tick(facts.clock());
    }

    Node node() {
        return bar;
    }

    private void layout() {
        Language language = preferences.language();
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        bar.getStyleClass().add("status-bar");
        bar.getChildren().add(store());
        bar.getChildren().addAll(links);
        bar.getChildren()
                .addAll(
                        protection(language),
                        space,
                        item(Material2AL.LAPTOP, device()),
                        person(),
                        item(Material2AL.ACCESS_TIME, clock()));
    }

    /** Shuts the window at a click; leads to passwords while there are none. */
    private Button protection(Language language) {
        Button button = new Button();
        button.setId("status-lock");
        button.setFocusTraversable(false);
        button.getStyleClass().addAll("status-item", "status-link");
        button.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        language.get(
                                                lock.possibleProperty().get()
                                                        ? "app.status.lock"
                                                        : "app.status.unprotected"),
                                lock.possibleProperty(),
                                language.textsProperty()));
        button.graphicProperty()
                .bind(
                        lock.possibleProperty()
                                .map(
                                        possible ->
                                                new FontIcon(
                                                        possible
                                                                ? Material2AL.LOCK
                                                                : Material2AL.LOCK_OPEN)));
        button.setOnAction(event -> lock.shutOrSetUp());
        return button;
    }

    private Label person() {
        Label label = item(Material2MZ.PERSON, Bindings.createStringBinding(person::get, person));
        label.setId("status-person");
        return label;
    }

    private Label store() {
        StringBinding words =
                Bindings.createStringBinding(
                        this::storeWords,
                        status.storeProperty(),
                        preferences.language().textsProperty());
        Label label = item(Material2MZ.STORAGE, words);
        Tooltip tip = new Tooltip();
        tip.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::storeTip,
                                status.storeProperty(),
                                preferences.language().textsProperty()));
        label.setTooltip(tip);
        status.storeProperty()
                .addListener(
                        (property, before, failure) ->
                                label.pseudoClassStateChanged(BAD, failure.isPresent()));
        return label;
    }

    private String storeWords() {
        Language language = preferences.language();
        return status.storeProperty()
                .get()
                .map(failure -> language.get("app.status.store." + failure.problem().name()))
                .orElseGet(
                        () -> {
                            String opening = facts.opening().apply(language.texts());
                            return opening.isEmpty() ? language.get("app.status.store") : opening;
                        });
    }

    /** What to do while it fails, else where it is. */
    private String storeTip() {
        return status.storeProperty()
                .get()
                .map(failure -> preferences.language().get(failure.failure().next().key()))
                .orElseGet(facts::storePlace);
    }

    private StringBinding device() {
        Language language = preferences.language();
        return Bindings.createStringBinding(
                () -> {
                    String name = preferences.deviceProperty().get();
                    return name.isEmpty() ? language.get("app.status.noDevice") : name;
                },
                preferences.deviceProperty(),
                language.textsProperty());
    }

    private StringBinding clock() {
        Language language = preferences.language();
        return Bindings.createStringBinding(
                () ->
                        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                                .withLocale(language.locale())
                                .format(now.get()),
                now,
                language.textsProperty());
    }

    private static Label item(Ikon icon, StringBinding words) {
        Label label = new Label();
        label.setGraphic(new FontIcon(icon));
        label.textProperty().bind(words);
        label.getStyleClass().add("status-item");
        return label;
    }

    /** The clock stands still, and holds the window no more. */
    void close() {
        ticks.stop();
    }

    private void tick(Clock clock) {
        ticks.getKeyFrames()
                .setAll(
                        new KeyFrame(
                                Duration.seconds(5), event -> now.set(ZonedDateTime.now(clock))));
        ticks.setCycleCount(Animation.INDEFINITE);
        bar.sceneProperty()
                .addListener(
                        (property, before, scene) -> {
                            if (scene == null) {
                                ticks.stop();
                            } else {
                                ticks.play();
                            }
                        });
    }
}
