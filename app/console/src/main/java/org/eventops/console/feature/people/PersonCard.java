package org.eventops.console.feature.people;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Captions;
import org.eventops.console.ui.Controls;
import org.eventops.console.ui.LiveCell;
import org.eventops.console.ui.Presence;
import org.eventops.domain.access.Role;
import org.jspecify.annotations.Nullable;

/** What the chosen person is, and their password. */
final class PersonCard {
    private final Language language;
    private final PeopleViewModel model;
    private final VBox card = new VBox();
    private final Label name = Captions.plain("person-name", "card-title");
    private final ComboBox<Role> role = new ComboBox<>();
    private final PasswordField old = new PasswordField();
    private final PasswordField password = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final Button remove;
    private final Button drop;
    private final StaffSection staff;
    private final VBox roles = new VBox();
    private final VBox passwords = new VBox();
    private final List<Node> giving;
    private Optional<PersonRow> shown = Optional.empty();

    PersonCard(Language language, PeopleViewModel model) {
        this.language = language;
        this.model = model;
        this.staff = new StaffSection(language, model);
        this.remove =
                Controls.button(
                        language, "person-password-remove", "people.password.remove", this::remove);
        this.drop =
                Controls.button(language, "person-second-drop", "people.second.drop", this::drop);
        Button give =
                Controls.button(
                        language, "person-password-give", "people.password.give", this::give);
        give.getStyleClass().add("accent");
        this.giving = List.of(password, again, give);
        card.setId("person");
        card.getStyleClass().addAll("card", "form");
        card.getChildren().addAll(name, roles(), staff.node(), passwords(give));
        show(null);
    }

    Node node() {
        return card;
    }

    private Node roles() {
        role.setId("person-role");
        role.accessibleTextProperty().bind(language.of("people.role"));
        LiveCell.install(role, language, each -> language.get("people.role." + each));
        roles.getStyleClass().add("field");
        roles.getChildren()
                .addAll(
                        Captions.of(language, "people.role", "field-name"),
                        Controls.actions(
                                role,
                                Controls.button(
                                        language,
                                        "person-role-save",
                                        "people.role.save",
                                        this::become)));
        return roles;
    }

    private Node passwords(Button give) {
        field(old, "person-password-old", "people.password.old");
        field(password, "person-password", "people.password.new");
        field(again, "person-password-again", "people.password.again");
        again.setOnAction(event -> give());
        passwords.getStyleClass().add("field");
        passwords
                .getChildren()
                .addAll(
                        Captions.of(language, "people.password", "field-name"),
                        Captions.of(language, "people.password.help", "muted"),
                        old,
                        password,
                        again,
                        Controls.actions(give, remove, drop));
        return passwords;
    }

    private void field(PasswordField field, String id, String key) {
        field.setId(id);
        field.promptTextProperty().bind(language.of(key));
        field.accessibleTextProperty().bind(language.of(key));
    }

    /** Nobody chosen, nothing to change; others' only by whoever may change people. */
    void show(@Nullable PersonRow who) {
        boolean another =
                !shown.map(PersonRow::name).equals(Optional.ofNullable(who).map(PersonRow::name));
        shown = Optional.ofNullable(who);
        Presence.set(card, who != null);
        if (another) {
            clear();
        }
        if (who == null) {
            return;
        }
        boolean own = who.name().equals(model.me());
        name.setText(who.name());
        role.getItems().setAll(model.roles());
        role.setValue(who.role().orElse(null));
        staff.show(who);
        Presence.set(roles, model.mayChange());
        Presence.set(passwords, (own || model.mayChange()) && (who.hasWork() || who.password()));
        giving.forEach(each -> Presence.set(each, who.hasWork()));
        Presence.set(old, own && who.password() && who.hasWork());
        Presence.set(remove, who.password());
        Presence.set(drop, who.secondFactor() && who.member().hasRole());
    }

    private void become() {
        Role chosen = role.getValue();
        if (chosen != null) {
            withShown(who -> model.become(who, chosen));
        }
    }

    private void give() {
        withShown(
                who -> model.givePassword(who, old.getText(), password.getText(), again.getText()));
        clear();
    }

    private void clear() {
        old.clear();
        password.clear();
        again.clear();
    }

    private void remove() {
        withShown(model::removePassword);
    }

    private void drop() {
        withShown(model::dropSecondFactor);
    }

    private void withShown(Consumer<PersonRow> action) {
        shown.ifPresent(action);
    }
}
