package org.eventops.console.feature.privacy;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Captions;
import org.eventops.console.ui.Controls;
import org.eventops.console.ui.NamedField;
import org.eventops.console.ui.Presence;
import org.eventops.domain.privacy.EraseOutcome;
import org.eventops.domain.privacy.Part;

/** What erasing would change, and the word without which it is not done. */
final class EraseCard {
    private final Language language;
    private final PrivacyViewModel model;
    private final VBox card = new VBox();
    private final Label what = Captions.plain("privacy-plan", "muted");
    private final TextField reason = new TextField();
    private final TextField word = new TextField();
    private final CheckBox force = new CheckBox();

    EraseCard(Language language, PrivacyViewModel model) {
        this.language = language;
        this.model = model;
        Label confirm = Captions.plain("privacy-confirm", "field-name");
        confirm.textProperty().bind(confirm());
        confirm.setLabelFor(word);
        word.setId("privacy-word");
        word.accessibleTextProperty().bind(confirm());
        VBox confirming = new VBox(confirm, word);
        confirming.getStyleClass().add("field");
        force.setId("privacy-force");
        force.textProperty().bind(language.of("privacy.erase.force"));
        force.setWrapText(true);
        card.setId("privacy-erase-card");
        card.getStyleClass().addAll("card", "form");
        card.getChildren()
                .addAll(
                        Captions.of(language, "privacy.erase.title", "card-title"),
                        what,
                        force,
                        new NamedField(language, "privacy.erase.reason", "privacy-reason", reason),
                        confirming,
                        actions());
        model.planProperty().addListener((property, before, now) -> show());
        model.admitsProperty().addListener((property, before, now) -> show());
        language.textsProperty().addListener((property, before, now) -> show());
        show();
    }

    Node node() {
        return card;
    }

    private StringBinding confirm() {
        return Bindings.createStringBinding(
                () -> language.get("privacy.erase.confirm", language.get("privacy.erase.word")),
                language.textsProperty());
    }

    private Node actions() {
        Button erase = Controls.button(language, "privacy-erase-do", "privacy.erase.do");
        erase.getStyleClass().add("danger");
        erase.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> !confirmed(),
                                word.textProperty(),
                                reason.textProperty(),
                                force.selectedProperty(),
                                model.admitsProperty(),
                                language.textsProperty()));
        erase.setOnAction(event -> model.erase(reason.getText(), force.isSelected()));
        Button cancel = Controls.button(language, "privacy-erase-cancel", "privacy.erase.cancel");
        cancel.setOnAction(event -> model.cancelPlan());
        FlowPane row = new FlowPane(erase, cancel);
        row.getStyleClass().add("actions");
        return row;
    }

    private boolean confirmed() {
        return !reason.getText().isBlank()
                && (force.isSelected() || !model.admitsProperty().get())
                && word.getText().strip().equals(language.get("privacy.erase.word"));
    }

    private void show() {
        Optional<EraseOutcome> plan = model.planProperty().get();
        Presence.set(card, plan.isPresent());
        Presence.set(force, model.admitsProperty().get());
        if (plan.isEmpty()) {
            reason.clear();
            word.clear();
            force.setSelected(false);
        }
        plan.map(this::sentence).ifPresent(what::setText);
    }

    private String sentence(EraseOutcome plan) {
        if (!(plan instanceof EraseOutcome.Erased erased)) {
            return "";
        }
        String parts =
                Stream.of(Part.values())
                        .filter(erased.changed()::containsKey)
                        .map(
                                part ->
                                        language.get(
                                                "privacy.erase.plan.one",
                                                language.get("privacy.part." + part),
                                                Objects.requireNonNull(erased.changed().get(part))))
                        .collect(Collectors.joining(", "));
        String stays =
                erased.stays() > 0 ? " " + language.get("privacy.stays", erased.stays()) : "";
        String what =
                parts.isEmpty()
                        ? language.get("privacy.nothing", erased.whose())
                        : language.get("privacy.erase.plan", parts);
        return what + stays;
    }
}
