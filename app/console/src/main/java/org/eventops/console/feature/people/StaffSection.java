package org.eventops.console.feature.people;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Captions;
import org.eventops.console.ui.Controls;
import org.eventops.console.ui.LiveCell;
import org.eventops.console.ui.Presence;
import org.eventops.domain.access.Role;
import org.eventops.domain.event.EventRow;

/** What the chosen person is at single events; a door console knows them by it. */
final class StaffSection {
    private static final double ROLE_WIDTH = 190;

    private final Language language;
    private final PeopleViewModel model;
    private final VBox section = new VBox();
    private final VBox list = new VBox();
    private final ComboBox<EventRow> event = new ComboBox<>();
    private final ComboBox<Role> role = new ComboBox<>();
    private Optional<PersonRow> shown = Optional.empty();

    StaffSection(Language language, PeopleViewModel model) {
        this.language = language;
        this.model = model;
        event.setId("person-at-event");
        event.accessibleTextProperty().bind(language.of("people.at.event"));
        event.promptTextProperty().bind(language.of("people.at.event"));
        LiveCell.install(event, language, EventRow::name);
        role.setId("person-at-role");
        role.setPrefWidth(ROLE_WIDTH);
        role.promptTextProperty().bind(language.of("people.role"));
        role.accessibleTextProperty().bind(language.of("people.role"));
        LiveCell.install(role, language, each -> language.get("people.role." + each));
        event.valueProperty().addListener((property, before, now) -> offer(now));
        section.getStyleClass().add("field");
        section.getChildren()
                .addAll(
                        Captions.of(language, "people.at", "field-name"),
                        Captions.of(language, "people.at.help", "muted"),
                        list,
                        Controls.actions(
                                event,
                                role,
                                Controls.button(
                                        language,
                                        "person-at-save",
                                        "people.at.save",
                                        this::assign)));
        language.textsProperty()
                .addListener((property, before, now) -> shown.ifPresent(this::fill));
    }

    Node node() {
        return section;
    }

    void show(PersonRow who) {
        shown = Optional.of(who);
        Presence.set(section, !model.events().isEmpty());
        EventRow before = event.getValue();
        event.getItems().setAll(model.events());
        event.setValue(
                before == null
                        ? null
                        : event.getItems().stream()
                                .filter(each -> each.id().equals(before.id()))
                                .findFirst()
                                .orElse(null));
        fill(who);
    }

    private void fill(PersonRow who) {
        list.getChildren().setAll(who.at().stream().map(each -> line(who, each)).toList());
    }

    private Node line(PersonRow who, PersonRow.At at) {
        Label words =
                new Label(
                        language.get(
                                "people.role.at",
                                language.get("people.role." + at.role()),
                                at.eventName()));
        words.setWrapText(true);
        Button release =
                Controls.button(
                        language,
                        "person-at-release",
                        "people.at.release",
                        () -> model.release(who, at));
        Presence.set(
                release, model.events().stream().anyMatch(each -> each.id().equals(at.event())));
        return Controls.actions(words, release);
    }

    private void offer(EventRow chosen) {
        role.getItems().clear();
        if (chosen != null) {
            role.getItems().setAll(model.roles(chosen));
            role.setValue(role.getItems().contains(Role.DOOR_STEWARD) ? Role.DOOR_STEWARD : null);
        }
    }

    private void assign() {
        EventRow where = event.getValue();
        Role what = role.getValue();
        if (where != null && what != null) {
            shown.ifPresent(who -> model.assign(who.name(), where, what));
        }
    }
}
