package org.eventops.console.feature.privacy;

import java.time.ZoneId;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Captions;
import org.eventops.console.ui.Controls;
import org.eventops.console.ui.LiveCell;
import org.eventops.console.ui.NamedField;
import org.eventops.console.ui.Presence;
import org.eventops.domain.privacy.ConsentService;
import org.eventops.domain.privacy.KeptEvent;
import org.eventops.domain.privacy.PersonalRow;
import org.jspecify.annotations.Nullable;

/** What the person has agreed to, and what they say now in place of that. */
final class ConsentCard {
    private final Language language;
    private final ConsentViewModel model;
    private final ZoneId zone;
    private final VBox card = new VBox();
    private final VBox given = new VBox();
    private final VBox form = new VBox();
    private final Label none = Captions.plain("privacy-consent-none", "muted");
    private final Label problem = Captions.plain("privacy-consent-problem", "field-error");
    private final ComboBox<KeptEvent> event = new ComboBox<>();
    private final TextField purpose = new TextField();
    private final TextField source = new TextField();
    private final TextArea wording = new TextArea();
    private final Button add;
    private String contact = "";

    ConsentCard(Language language, ConsentViewModel model, ZoneId zone) {
        this.language = language;
        this.model = model;
        this.zone = zone;
        this.add =
                Controls.button(
                        language, "privacy-consent-add", "privacy.consent.add", this::openNew);
        fillForm();
        fillCard();
        model.personProperty().addListener((property, before, now) -> show());
        model.problemProperty().addListener((property, before, now) -> showProblem());
        language.textsProperty().addListener((property, before, now) -> showAll());
        show();
    }

    private void fillForm() {
        LiveCell.install(event, language, KeptEvent::name);
        wording.setWrapText(true);
        wording.setPrefRowCount(3);
        form.setId("privacy-consent-form");
        form.getStyleClass().add("form");
        form.getChildren()
                .addAll(
                        named("privacy.column.event", "privacy-consent-event", event),
                        named("privacy.consent.purpose", "privacy-consent-purpose", purpose),
                        named("privacy.consent.wording", "privacy-consent-wording", wording),
                        named("privacy.consent.source", "privacy-consent-source", source),
                        problem,
                        answers());
    }

    private void fillCard() {
        given.setId("privacy-consents");
        given.getStyleClass().add("stack");
        card.setId("privacy-consent-card");
        card.getStyleClass().addAll("card", "form");
        card.getChildren()
                .addAll(
                        Captions.of(language, "privacy.consent.title", "card-title"),
                        none,
                        given,
                        add,
                        form);
    }

    Node node() {
        return card;
    }

    private NamedField named(String key, String id, javafx.scene.control.Control control) {
        return new NamedField(language, key, id, control);
    }

    private Node answers() {
        Button agrees =
                Controls.button(
                        language, "privacy-consent-yes", "privacy.consent.yes", () -> record(true));
        agrees.getStyleClass().add("accent");
        return Controls.actions(
                agrees,
                Controls.button(
                        language, "privacy-consent-no", "privacy.consent.no", () -> record(false)),
                Controls.button(
                        language, "privacy-consent-cancel", "privacy.consent.cancel", this::close));
    }

    void openNew() {
        open(null);
    }

    /**
     * @param consent that they say something else of now; null for another one
     */
    private void open(@Nullable PersonalRow consent) {
        contact = consent == null ? model.contact().orElse("") : text(consent, "subject");
        event.getItems().setAll(model.events());
        event.setValue(
                Optional.ofNullable(consent)
                        .flatMap(model::event)
                        .or(() -> model.events().reversed().stream().findFirst())
                        .orElse(null));
        purpose.setText(text(consent, "purpose"));
        wording.setText(text(consent, "wording"));
        source.clear();
        opened(true);
        (consent == null ? purpose : source).requestFocus();
    }

    private static String text(@Nullable PersonalRow consent, String column) {
        return Optional.ofNullable(consent).map(row -> row.text(column)).orElse("");
    }

    private void close() {
        opened(false);
    }

    private void opened(boolean now) {
        Presence.set(form, now);
        Presence.set(add, !now && model.contact().isPresent() && !model.events().isEmpty());
    }

    private void record(boolean agrees) {
        String asked = wording.getText().strip();
        model.record(
                event.getValue(),
                new ConsentService.Said(
                        contact,
                        purpose.getText().strip(),
                        agrees,
                        source.getText().strip(),
                        asked.isEmpty() ? null : asked));
    }

    private void show() {
        Presence.set(card, model.personProperty().get().isPresent());
        close();
        showAll();
    }

    private void showAll() {
        given.getChildren().setAll(model.given().stream().map(this::line).toList());
        Presence.set(given, !model.given().isEmpty());
        none.setText(
                language.get(
                        model.contact().isEmpty()
                                ? "privacy.consent.problem.NO_CONTACT"
                                : "privacy.consent.none.theirs"));
        Presence.set(none, model.given().isEmpty() || model.contact().isEmpty());
        showProblem();
    }

    private void showProblem() {
        problem.setText(
                model.problemProperty()
                        .get()
                        .map(each -> language.get("privacy.consent.problem." + each))
                        .orElse(""));
        Presence.set(problem, model.problemProperty().get().isPresent());
    }

    private Node line(PersonalRow consent) {
        PersonalWords words = new PersonalWords(language.texts(), zone);
        Label what = Captions.plain("", "privacy-consent-line");
        what.setText(
                model.event(consent).map(each -> each.name() + " · ").orElse("")
                        + words.details(consent));
        Button change =
                Controls.button(language, "", "privacy.consent.change", () -> open(consent));
        change.getStyleClass().add("privacy-consent-change");
        VBox line = new VBox(what, change);
        line.getStyleClass().add("field");
        return line;
    }
}
