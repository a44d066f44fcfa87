package org.eventops.console.feature.door;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.eventops.console.feature.door.VerdictCard.Pass;
import org.eventops.console.shell.Language;
import org.eventops.domain.door.TicketFacts;

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
        VerdictPane.shown(this, !getChildren().isEmpty());
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
        card.scan()
                .ifPresent(
                        scan ->
                                getChildren()
                                        .add(
                                                button(
                                                        "undo",
                                                        () -> model.undo(scan, Optional.empty()))));
    }

    private FlowPane candidates(List<TicketFacts> tickets) {
        FlowPane pane = new FlowPane();
        pane.getStyleClass().add("actions");
        for (TicketFacts each : tickets) {
            String name = each.ticket().attendee().name();
            String code = each.ticket().code();
            String shown = Objects.requireNonNullElse(name, code) + "\n" + each.ticket().product();
            Button pick = new Button(shown);
            pick.getStyleClass().add("candidate");
            pick.setOnAction(event -> model.scanned(code));
            pane.getChildren().add(pick);
        }
        return pane;
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
