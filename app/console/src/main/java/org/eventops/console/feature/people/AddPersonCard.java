package org.eventops.console.feature.people;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Captions;
import org.eventops.console.ui.LiveCell;
import org.eventops.console.ui.Presence;
import org.eventops.domain.access.Role;

/** Somebody new. */
final class AddPersonCard {
    private final Language language;
    private final PeopleViewModel model;
    private final TextField name = new TextField();
    private final TextField email = new TextField();
    private final ComboBox<Role> role = new ComboBox<>();
    private final VBox card = new VBox();

    AddPersonCard(Language language, PeopleViewModel model) {
        this.language = language;
        this.model = model;
        field(name, "person-add-name", "people.name");
        field(email, "person-add-email", "people.email");
        role.setId("person-add-role");
        role.accessibleTextProperty().bind(language.of("people.role"));
        LiveCell.install(role, language, each -> language.get("people.role." + each));
        Button add = new Button();
        add.setId("person-add");
        add.textProperty().bind(language.of("people.add"));
        add.setOnAction(event -> add());
        card.getStyleClass().addAll("card", "form");
        card.getChildren()
                .addAll(
                        Captions.of(language, "people.add.title", "card-title"),
                        name,
                        role,
                        email,
                        add);
        model.rows().addListener((ListChangeListener<PersonRow>) change -> offer());
        model.loadedProperty().addListener((property, before, now) -> offer());
        offer();
    }

    Node node() {
        return card;
    }

    private void field(TextField field, String id, String key) {
        field.setId(id);
        field.promptTextProperty().bind(language.of(key));
        field.accessibleTextProperty().bind(language.of(key));
        field.setOnAction(event -> add());
    }

    /** Whom the store has by now is no longer typed here. */
    private void offer() {
        Presence.set(card, model.mayChange());
        role.getItems().setAll(model.roles());
        if (role.getValue() == null && model.loadedProperty().get()) {
            role.setValue(model.rows().isEmpty() ? Role.ADMINISTRATOR : Role.DOOR_STEWARD);
        }
        if (model.rows().stream().anyMatch(each -> each.name().equals(name.getText().strip()))) {
            name.clear();
            email.clear();
        }
    }

    private void add() {
        model.add(name.getText(), role.getValue(), email.getText());
    }
}
