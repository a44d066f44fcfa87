package org.eventops.console.feature.people;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Captions;
import org.eventops.console.ui.Controls;
import org.eventops.console.ui.Presence;

/** Whether this computer opens the store without a password, and as whom. */
final class ComputerCard {
    private final Language language;
    private final PeopleViewModel people;
    private final ComputerViewModel model;
    private final Label state = Captions.plain("computer-state", "muted");
    private final Label problem = Captions.plain("computer-problem", "field-error");
    private final ComboBox<String> who = new ComboBox<>();
    private final CheckBox window = new CheckBox();
    private final Button forget;
    private final VBox change = new VBox();
    private final VBox card = new VBox();

    ComputerCard(Language language, PeopleViewModel people) {
        this.language = language;
        this.people = people;
        this.model = people.computer();
        who.setId("computer-who");
        who.accessibleTextProperty().bind(language.of("people.computer.who"));
        window.setId("computer-window");
        window.textProperty().bind(language.of("people.computer.alsoWindow"));
        window.setWrapText(true);
        Button allow =
                Controls.button(language, "computer-allow", "people.computer.allow", this::allow);
        this.forget =
                Controls.button(
                        language, "computer-forget", "people.computer.forget", model::forget);
        change.getStyleClass().add("stack");
        change.getChildren()
                .addAll(
                        Captions.of(language, "people.computer.who", "muted"),
                        who,
                        window,
                        Captions.of(language, "people.computer.means", "muted"),
                        Controls.actions(allow, forget));
        card.getStyleClass().addAll("card", "form");
        card.getChildren()
                .addAll(
                        Captions.of(language, "people.computer", "card-title"),
                        Captions.of(language, "people.computer.line", "muted"),
                        state,
                        problem,
                        change);
        follow();
    }

    private void follow() {
        model.stateProperty().addListener((property, before, now) -> show());
        model.problemProperty().addListener((property, before, now) -> show());
        language.textsProperty().addListener((property, before, now) -> show());
        people.rows().addListener((ListChangeListener<PersonRow>) rows -> offer());
        offer();
        show();
    }

    Node node() {
        return card;
    }

    private void allow() {
        String name = who.getValue();
        if (name != null) {
            model.allow(name, window.isSelected());
        }
    }

    /** Those who have a password; without one there is nothing to open. */
    private void offer() {
        List<String> owners =
                people.rows().stream().filter(PersonRow::password).map(PersonRow::name).toList();
        Presence.set(card, !owners.isEmpty());
        Presence.set(change, people.mayChange());
        if (!who.getItems().equals(owners)) {
            who.getItems().setAll(owners);
        }
    }

    private void show() {
        ComputerViewModel.State now = model.stateProperty().get();
        state.setText(language.get(now.key(), now.person().orElse("")));
        Presence.set(forget, now.person().isPresent());
        // What went wrong with the last press, else why it would not open now.
        Optional<String> wrong =
                model.problemProperty()
                        .get()
                        .or(() -> now.problem().map(why -> "people.computer." + why));
        problem.setText(wrong.map(language::get).orElse(""));
        Presence.set(problem, wrong.isPresent());
    }
}
