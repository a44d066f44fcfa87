package org.eventops.console.feature.door;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.eventops.console.feature.door.VerdictCard.Pass;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Presence;
import org.eventops.domain.door.AnswersOutcome;
import org.eventops.domain.door.OpenQuestion;
import org.eventops.domain.door.Verdict;

/** What can be done about a verdict, in place: answer, pick, pass, take back. */
final class VerdictActions extends VBox {
    private final Language language;
    private final DoorViewModel model;

    VerdictActions(Language language, DoorViewModel model) {
        this.language = language;
        this.model = model;
        getStyleClass().add("verdict-actions");
    }

    void show(Optional<VerdictCard> card) {
        giveUpFocus();
        getChildren().clear();
        card.ifPresent(this::fill);
        Presence.set(this, !getChildren().isEmpty());
    }

    /** Until the next pulse a control that was taken away with the focus would swallow keys. */
    private void giveUpFocus() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        for (Node each = owner; each != null; each = each.getParent()) {
            if (each.equals(this)) {
                getScene().getRoot().lookup(".door").requestFocus();
                return;
            }
        }
    }

    private void fill(VerdictCard card) {
        boolean ask =
                card.questions().stream()
                        .anyMatch(each -> each.required() || each.problem() != null);
        if (ask) {
            getChildren().add(new QuestionForm(language, card.questions(), model::answered));
        } else if (card.verdict() == Verdict.ADMITTED && !card.questions().isEmpty()) {
            offer(card.questions());
        }
        if (!card.candidates().isEmpty()) {
            getChildren().add(candidates(card.candidates()));
        }
        if (card.pass() == Pass.TAKE_PENDING) {
            getChildren().add(button("takePending", model::takePending));
        }
        if (card.pass() == Pass.OVERRIDE && model.supervisorProperty().get()) {
            getChildren().add(override());
        }
        if (card.verdict() == Verdict.ADMITTED && model.badges().readyProperty().get()) {
            getChildren().add(button("badge", model.badges()::again));
        }
        card.scan()
                .ifPresent(
                        scan ->
                                getChildren()
                                        .add(
                                                button(
                                                        "undo",
                                                        () -> model.undo(scan, Optional.empty()))));
    }

    private FlowPane candidates(List<Candidate> tickets) {
        FlowPane pane = new FlowPane();
        pane.getStyleClass().add("actions");
        for (Candidate each : tickets) {
            Button pick = new Button(each.name() + "\n" + each.product());
            pick.setMnemonicParsing(false);
            pick.getStyleClass().add("candidate");
            pick.setOnAction(event -> model.scanned(each.code()));
            pane.getChildren().add(pick);
        }
        return pane;
    }

    /** Questions that nobody has to answer: they stand below the green, and go with it. */
    private void offer(List<OpenQuestion> questions) {
        Label title = new Label(language.get("door.screen.offered"));
        title.getStyleClass().add("question");
        VBox box = new VBox(title);
        box.getStyleClass().add("offered");
        box.getChildren().add(new QuestionForm(language, questions, given -> keep(box, given)));
        getChildren().add(box);
    }

    private void keep(VBox box, Map<String, String> given) {
        model.keep(
                given,
                outcome -> {
                    switch (outcome) {
                        case AnswersOutcome.Kept kept -> said(box, "door.screen.offered.kept");
                        case AnswersOutcome.NoSuchTicket gone ->
                                said(box, "door.screen.offered.gone");
                        case AnswersOutcome.NotTaken wrong -> {
                            giveUpFocus();
                            box.getChildren()
                                    .set(
                                            1,
                                            new QuestionForm(
                                                    language,
                                                    wrong.questions(),
                                                    again -> keep(box, again)));
                        }
                    }
                });
    }

    private void said(VBox box, String key) {
        giveUpFocus();
        Label label = new Label(language.get(key));
        label.setId("answers-kept");
        label.getStyleClass().add("question");
        box.getChildren().setAll(label);
    }

    private HBox override() {
        TextField reason = new TextField();
        reason.setId("override-reason");
        reason.setPromptText(language.get("door.screen.override.reason"));
        Button pass = button("override", () -> pass(reason));
        reason.setOnAction(event -> pass(reason));
        HBox row = new HBox(reason, pass);
        row.getStyleClass().add("actions");
        return row;
    }

    private void pass(TextField reason) {
        if (reason.getText().isBlank()) {
            reason.requestFocus();
            return;
        }
        model.override(reason.getText().strip());
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(language.get("door.screen." + key));
        button.setId("action-" + key);
        button.getStyleClass().add("verdict-button");
        button.setOnAction(event -> action.run());
        return button;
    }
}
