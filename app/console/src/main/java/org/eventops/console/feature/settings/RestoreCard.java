package org.eventops.console.feature.settings;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.BackupFeed;
import org.eventops.console.shell.BackupWords;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Captions;
import org.eventops.console.ui.Controls;
import org.eventops.console.ui.LiveCell;
import org.eventops.console.ui.NamedField;
import org.eventops.console.ui.Presence;
import org.eventops.domain.backup.BackupFacts;
import org.eventops.domain.backup.BackupFile;
import org.eventops.domain.backup.BackupState;

/** The way back: a backup, or a moment of it, and the command that brings it back. */
final class RestoreCard extends VBox {
    private final Language language;
    private final BackupFeed feed;
    private final ZoneId zone;
    private final ComboBox<BackupFile> which = new ComboBox<>();
    private final TextField moment = new TextField();
    private final Label span = Captions.plain("restore-span", "muted");
    private final Label problem = Captions.plain("restore-problem", "field-error");
    private final TextArea command = new TextArea();
    private final Label unlock;
    private final Button copy;
    private final Label copied;

    RestoreCard(Language language, BackupFeed feed, ZoneId zone) {
        this.language = language;
        this.feed = feed;
        this.zone = zone;
        this.copy = Controls.button(language, "restore-copy", "backup.back.copy", this::copy);
        this.unlock = Captions.of(language, "backup.back.unlock", "muted");
        this.copied = Captions.of(language, "backup.back.copied", "muted");
        setId("restore");
        getStyleClass().addAll("card", "form");
        fields();
        getChildren()
                .addAll(
                        Captions.of(language, "backup.back", "card-title"),
                        Captions.of(language, "backup.back.line", "muted"),
                        new NamedField(language, "backup.back.which", "restore-which", which),
                        new NamedField(language, "backup.back.moment", "restore-moment", moment),
                        span,
                        problem,
                        new NamedField(language, "backup.back.command", "restore-command", command),
                        Controls.actions(copy, copied),
                        unlock);
        which.setMaxWidth(USE_PREF_SIZE);
        moment.setMaxWidth(320);
        feed.standingProperty().addListener((property, before, now) -> offer());
        language.textsProperty().addListener((property, before, now) -> show());
        offer();
    }

    private void fields() {
        LiveCell.install(
                which,
                language,
                each -> words().row(each, state().flatMap(BackupState::lastSound)));
        which.valueProperty().addListener((property, before, now) -> show());
        moment.promptTextProperty().bind(language.of("backup.back.example"));
        moment.textProperty().addListener((property, before, now) -> show());
        command.setEditable(false);
        command.setWrapText(true);
        command.setPrefRowCount(4);
        command.getStyleClass().add("restore-command");
        copied.setId("restore-copied");
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(command.getText());
        Clipboard.getSystemClipboard().setContent(content);
        Presence.set(copied, true);
    }

    private Optional<BackupState> state() {
        return feed.standingProperty().get().state();
    }

    private BackupWords words() {
        return new BackupWords(language.texts(), zone);
    }

    private void offer() {
        List<BackupFile> own = state().map(BackupState::own).orElseGet(List::of);
        if (!own.equals(which.getItems())) {
            Optional<BackupFile> chosen = chosen().filter(own::contains);
            // Else the box would show what now stands at the place of the one that was chosen.
            which.getSelectionModel().clearSelection();
            which.getItems().setAll(own);
            chosen.or(() -> own.stream().findFirst()).ifPresent(which.getSelectionModel()::select);
        }
        Presence.set(this, !own.isEmpty());
        show();
    }

    /** One that a person chose stays chosen while newer ones come; else it is the newest. */
    private Optional<BackupFile> chosen() {
        return Optional.ofNullable(which.getValue())
                .filter(each -> !each.equals(which.getItems().getFirst()));
    }

    private void show() {
        Presence.set(copied, false);
        state().filter(now -> which.getValue() != null).ifPresent(this::show);
    }

    private void show(BackupState state) {
        BackupFile backup = Objects.requireNonNull(which.getValue());
        RestoreLine lines = new RestoreLine(state, zone, language.get("backup.back.file"));
        span.setText(lines.span(backup).map(each -> span("backup.back.span", each)).orElse(""));
        RestoreLine.Answer answer = lines.of(backup, moment.getText());
        boolean can = answer instanceof RestoreLine.Command;
        problem.setText(problem(answer));
        Presence.set(problem, !can);
        Presence.set(span, can && !span.getText().isEmpty());
        command.setText(answer instanceof RestoreLine.Command it ? it.line() : "");
        copy.setDisable(!can);
        Presence.set(unlock, answer instanceof RestoreLine.Command it && it.password());
    }

    private String problem(RestoreLine.Answer answer) {
        return switch (answer) {
            case RestoreLine.Command unused -> "";
            case RestoreLine.Outside outside -> span("backup.back.outside", outside.span());
            case RestoreLine.Missing unused -> language.get("backup.back.missing");
            case RestoreLine.NotAMoment unused -> language.get("backup.back.wrong");
        };
    }

    private String span(String key, BackupFacts.Span span) {
        return language.get(key, words().time(span.from()), words().time(span.until()));
    }
}
