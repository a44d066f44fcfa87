package org.eventops.console.feature.settings;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.eventops.console.shell.BackupFeed;
import org.eventops.console.shell.BackupFeed.Standing;
import org.eventops.console.shell.BackupWords;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Presence;
import org.eventops.domain.backup.BackupState;

/** The backups of this store: what is there, where else it goes, and one now. */
final class BackupCard extends VBox {
    private static final int SHOWN = 8;
    private static final long BYTES_A_MEGABYTE = 1 << 20;

    private final Language language;
    private final BackupFeed feed;
    private final java.time.ZoneId zone;
    private final Label last = line("backup-last");
    private final Label second = line("backup-second");
    private final Label list = line("backup-list");
    private final Label news = line("backup-news");
    private final Label under = line("backup-under");
    private final Button now = new Button();
    private final Button stop = new Button();
    private final Button none = new Button();
    private final ProgressBar bar = new ProgressBar();

    BackupCard(Language language, BackupFeed feed, java.time.ZoneId zone) {
        this.language = language;
        this.feed = feed;
        this.zone = zone;
        getStyleClass().addAll("card", "form");
        setId("backups");
        Label title = new Label();
        title.textProperty().bind(language.of("backup.card"));
        title.getStyleClass().add("card-title");
        getChildren().addAll(title, last, taking(), news, second, choosing(), list);
        feed.standingProperty().addListener((property, before, after) -> show(after));
        language.textsProperty()
                .addListener((property, before, after) -> show(feed.standingProperty().get()));
        show(feed.standingProperty().get());
    }

    private static Label line(String id) {
        Label line = new Label();
        line.setId(id);
        line.setWrapText(true);
        return line;
    }

    private Node taking() {
        button(now, "backup-now", "backup.card.now", feed::backUp);
        now.getStyleClass().add("accent");
        button(stop, "backup-stop", "backup.card.stop", feed::cancel);
        bar.setPrefWidth(160);
        bar.accessibleTextProperty().bind(language.of("backup.card"));
        FlowPane row = new FlowPane(now, bar, under, stop);
        row.getStyleClass().add("actions");
        return row;
    }

    private Node choosing() {
        Button choose = new Button();
        button(choose, "backup-choose", "backup.card.choose", this::choose);
        button(none, "backup-none", "backup.card.none", () -> feed.chooseSecond(Optional.empty()));
        FlowPane row = new FlowPane(choose, none);
        row.getStyleClass().add("actions");
        return row;
    }

    private void button(Button button, String id, String key, Runnable then) {
        button.setId(id);
        button.textProperty().bind(language.of(key));
        button.setOnAction(event -> then.run());
    }

    private void choose() {
        Optional.ofNullable(new DirectoryChooser().showDialog(getScene().getWindow()))
                .ifPresent(chosen -> feed.chooseSecond(Optional.of(chosen.toPath())));
    }

    private void show(Standing standing) {
        now.setDisable(standing.underWay());
        Presence.set(bar, standing.underWay());
        Presence.set(stop, standing.underWay());
        Presence.set(under, standing.underWay());
        under.setText(language.get("backup.card.written", standing.bytes() / BYTES_A_MEGABYTE));
        news.setText(standing.news());
        Presence.set(news, !standing.news().isEmpty());
        standing.state().ifPresent(this::show);
    }

    private void show(BackupState state) {
        BackupWords words = new BackupWords(language.texts(), zone);
        last.setText(
                state.lastSound()
                        .map(at -> language.get("backup.card.last", words.time(at), state.place()))
                        .orElseGet(() -> language.get("backup.card.empty")));
        second.setText(second(state));
        Presence.set(none, state.second().isPresent());
        list.setText(
                String.join(
                        "\n",
                        state.own().stream()
                                .limit(SHOWN)
                                .map(each -> words.row(each, state.lastSound()))
                                .toList()));
        Presence.set(list, !state.own().isEmpty());
    }

    private String second(BackupState state) {
        return state.second()
                .map(Path::toString)
                .map(
                        place ->
                                language.get(
                                        state.secondIsThere()
                                                ? "backup.card.second"
                                                : "backup.card.second.away",
                                        place))
                .orElseGet(() -> language.get("backup.card.second.none"));
    }
}
