package org.eventops.console.feature.unlock;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.eventops.console.feature.unlock.UnlockViewModel.Refusal;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Captions;
import org.eventops.console.ui.Presence;
import org.eventops.domain.unlock.UnlockOutcome;
import org.eventops.resources.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** What stands in the window until somebody is let in. */
public final class UnlockPane extends VBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final double ROW = 48;
    private static final int ROWS = 5;

    private final Language language;
    private final UnlockViewModel model;
    private final Clock clock;
    private final ListView<String> people;
    private final PasswordField password = new PasswordField();
    private final TextField code = new TextField();
    private final Label problem = Captions.plain("unlock-problem", "field-error");
    private final ProgressBar busy = new ProgressBar();

    public UnlockPane(Language language, UnlockViewModel model, Clock clock) {
        this.language = language;
        this.model = model;
        this.clock = clock;
        this.people = new ListView<>(model.names());
        setId("unlock");
        getStyleClass().add("lock-curtain");
        FontIcon symbol = new FontIcon(Material2AL.LOCK);
        symbol.getStyleClass().add("lock-symbol");
        getChildren()
                .addAll(
                        symbol,
                        Captions.of(language, "people.unlock.title", "lock-title"),
                        card(),
                        languages());
        follow();
    }

    private Node card() {
        people.setId("unlock-people");
        people.setFixedCellSize(ROW);
        people.accessibleTextProperty().bind(language.of("people.unlock.who"));
        field(password, "unlock-password", "people.unlock.password");
        field(code, "unlock-code", "people.unlock.code");
        busy.setMaxWidth(Double.MAX_VALUE);
        Button give = new Button();
        give.setId("unlock-give");
        give.textProperty().bind(language.of("people.unlock.give"));
        give.getStyleClass().addAll("accent", "pin-action");
        give.setMaxWidth(Double.MAX_VALUE);
        give.disableProperty().bind(model.busyProperty());
        give.setOnAction(event -> give());
        VBox card =
                new VBox(
                        Captions.of(language, "people.unlock.who", "card-title"),
                        people,
                        password,
                        code,
                        problem,
                        busy,
                        give);
        card.getStyleClass().addAll("card", "pin-pane");
        return card;
    }

    private void field(TextField field, String id, String key) {
        field.setId(id);
        field.promptTextProperty().bind(language.of(key));
        field.accessibleTextProperty().bind(language.of(key));
        field.setOnAction(event -> give());
    }

    /** Whoever stands here may read another language than whoever was here before. */
    private Node languages() {
        FlowPane row = new FlowPane();
        row.getStyleClass().addAll("actions", "unlock-languages");
        Texts.LANGUAGES.forEach(
                each -> {
                    Button choose = new Button();
                    choose.setId("unlock-language-" + each.getLanguage());
                    choose.textProperty()
                            .bind(language.of("settings.language." + each.getLanguage()));
                    choose.getStyleClass().add("flat");
                    choose.setOnAction(event -> language.choose(each));
                    row.getChildren().add(choose);
                });
        return row;
    }

    private void follow() {
        model.names().addListener((ListChangeListener<String>) change -> listed());
        listed();
        people.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> begin());
        model.codeNeededProperty().addListener((property, before, now) -> showCode(now));
        showCode(model.codeNeededProperty().get());
        model.refusalProperty().addListener((property, before, now) -> say(now));
        language.textsProperty()
                .addListener((property, before, now) -> say(model.refusalProperty().get()));
        say(model.refusalProperty().get());
        model.busyProperty().addListener((property, before, now) -> busy.setVisible(now));
        busy.setVisible(model.busyProperty().get());
    }

    private void listed() {
        people.setPrefHeight(Math.clamp(model.names().size(), 1, ROWS) * ROW + 4);
        people.setMinHeight(USE_PREF_SIZE);
        if (people.getSelectionModel().isEmpty()) {
            people.getSelectionModel().selectFirst();
        }
    }

    /** For the next who comes; the one who was here last stands first. */
    public void enter(String last) {
        begin();
        if (model.names().contains(last)) {
            people.getSelectionModel().select(last);
        }
        model.load();
        password.requestFocus();
    }

    private void begin() {
        password.clear();
        code.clear();
        model.begin();
        password.requestFocus();
    }

    private void showCode(boolean needed) {
        Presence.set(code, needed);
        if (needed) {
            code.requestFocus();
        }
    }

    private void give() {
        String who = people.getSelectionModel().getSelectedItem();
        if (who != null && !password.getText().isEmpty()) {
            model.give(who, password.getText(), code.getText());
        }
    }

    private void say(Optional<Refusal> why) {
        problem.setText(why.map(this::words).orElse(""));
        Presence.set(problem, why.isPresent());
        why.ifPresent(each -> again());
    }

    /** What was wrong is typed anew; what was right stays. */
    private void again() {
        if (model.codeNeededProperty().get()) {
            code.clear();
            code.requestFocus();
        } else {
            password.clear();
            password.requestFocus();
        }
    }

    private String words(Refusal why) {
        return switch (why) {
            case Refusal.Environment store ->
                    language.get("app.status.store." + store.why().problem());
            case Refusal.Outcome outcome -> words(outcome.why());
        };
    }

    private String words(UnlockOutcome why) {
        return switch (why) {
            case UnlockOutcome.Opened unused -> "";
            case UnlockOutcome.Wrong wrong -> language.get("people.unlock.wrong", wrong.left());
            case UnlockOutcome.Wait wait ->
                    language.get(
                            "people.unlock.wait",
                            TIME.format(wait.until().atZone(clock.getZone())));
            case UnlockOutcome.CodeNeeded unused -> language.get("people.unlock.codeNeeded");
            case UnlockOutcome.CodeWrong wrong ->
                    language.get("people.unlock.codeWrong", wrong.left());
            case UnlockOutcome.NoSuchPerson unused -> language.get("people.unlock.nobody");
            case UnlockOutcome.NoWork unused -> language.get("people.unlock.noWork");
            case UnlockOutcome.Tampered unused -> language.get("people.unlock.tampered");
        };
    }
}
