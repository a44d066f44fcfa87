package org.eventops.console.feature.sync;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.eventops.console.services.ConsoleFacts;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.SyncFeed;
import org.eventops.console.shell.SyncItem;
import org.eventops.console.shell.SyncWords;
import org.eventops.console.ui.Captions;
import org.eventops.console.ui.Presence;
import org.eventops.domain.sync.SyncStatus;
import org.eventops.domain.sync.SyncStatus.State;
import org.eventops.domain.sync.SyncStatus.Trouble;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The exchange in plain words: state, what is in the way, what to do, and the figures. */
final class StateCard {
    private static final Duration EVERY = Duration.seconds(5);

    private final Language language;
    private final SyncFeed feed;
    private final ConsoleFacts facts;
    private final Label head = new Label();
    private final Label meaning = wrapped("sync-meaning");
    private final VBox trouble = new VBox();
    private final ProgressBar loaded = new ProgressBar();
    private final GridPane figures = new GridPane();
    private final VBox card = new VBox();
    private final Timeline again;

    StateCard(Language language, SyncFeed feed, ConsoleFacts facts) {
        this.language = language;
        this.feed = feed;
        this.facts = facts;
        head.setId("sync-head");
        head.getStyleClass().add("sync-head");
        head.setWrapText(true);
        trouble.getStyleClass().add("sync-trouble");
        loaded.setMaxWidth(Double.MAX_VALUE);
        loaded.accessibleTextProperty().bind(language.of("sync.loading"));
        figures.getStyleClass().add("facts");
        card.getStyleClass().addAll("card", "sync-state");
        card.getChildren().addAll(head, meaning, loaded, trouble, figures);
        again = new Timeline(new KeyFrame(EVERY, event -> show()));
        again.setCycleCount(Animation.INDEFINITE);
        feed.standingProperty().addListener((property, before, now) -> show());
        language.textsProperty().addListener((property, before, now) -> show());
        show();
    }

    Node node() {
        return card;
    }

    /** "12 s ago" grows while one looks at it. */
    void start() {
        show();
        again.play();
    }

    void stop() {
        again.stop();
    }

    private static Label wrapped(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        return label;
    }

    private void show() {
        SyncStatus status = feed.status();
        SyncWords words = new SyncWords(language.texts());
        head.setText(words.head(status));
        head.setGraphic(new FontIcon(SyncItem.symbol(status.state())));
        card.getStyleClass().removeIf(each -> each.startsWith("sync-is-"));
        card.getStyleClass().add("sync-is-" + status.state());
        meaning.setText(words.meaning(status));
        loaded.setProgress(status.loaded());
        Presence.set(loaded, status.state() == State.LOADING);
        trouble(status, words);
        figures(status, words);
    }

    private void trouble(SyncStatus status, SyncWords words) {
        trouble.getChildren().clear();
        Trouble reason = status.trouble();
        if (status.state() == State.LOCKED) {
            trouble.getChildren()
                    .addAll(
                            line(language.get("sync.locked.kept", status.waiting()), "sync-why"),
                            line(language.get("sync.locked.do", facts.storePlace()), "sync-do"));
        } else if (status.state() == State.AWAY) {
            trouble.getChildren()
                    .addAll(
                            line(language.get("sync.away.kept", status.waiting()), "sync-why"),
                            line(language.get("sync.away.do"), "sync-do"));
        } else if (reason != null) {
            trouble.getChildren()
                    .addAll(
                            line(words.trouble(reason), "sync-why"),
                            line(words.remedy(reason), "sync-do"));
        }
        Presence.set(trouble, !trouble.getChildren().isEmpty());
    }

    private static Label line(String sentence, String style) {
        Label label = Captions.plain(style, style);
        label.setText(sentence);
        Ikon icon = style.equals("sync-do") ? Material2AL.ARROW_FORWARD : Material2AL.INFO;
        label.setGraphic(new FontIcon(icon));
        return label;
    }

    private void figures(SyncStatus status, SyncWords words) {
        figures.getChildren().clear();
        Instant now = clock().instant();
        ZoneId zone = clock().getZone();
        row("sync.fact.waiting", words.waiting(status, now, zone), false);
        row("sync.fact.last", words.last(status, now, zone), false);
        if (SyncWords.isFlowing(status)) {
            row("sync.fact.lag", words.lag(status), false);
        }
        row(
                "sync.fact.session",
                language.get("sync.fact.session.counts", status.pushed(), status.pulled()),
                false);
        row("sync.fact.clock", words.clock(status), SyncWords.isClockOff(status));
    }

    private void row(String key, String value, boolean bad) {
        Label name = new Label(language.get(key));
        name.getStyleClass().add("field-name");
        name.setMinWidth(Label.USE_PREF_SIZE);
        Label said = wrapped(key.replace('.', '-'));
        said.setText(value);
        if (bad) {
            said.setGraphic(new FontIcon(Material2MZ.WARNING));
            said.getStyleClass().add("sync-warned");
        }
        HBox holder = new HBox(said);
        GridPane.setHgrow(holder, Priority.ALWAYS);
        figures.addRow(figures.getRowCount(), name, holder);
    }

    private Clock clock() {
        return facts.clock();
    }
}
