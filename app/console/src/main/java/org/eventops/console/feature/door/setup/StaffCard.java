package org.eventops.console.feature.door.setup;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.eventops.console.feature.door.duty.Colleague;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Captions;
import org.eventops.console.ui.Controls;
import org.eventops.console.ui.LiveCell;
import org.eventops.domain.access.Role;
import org.eventops.domain.people.PersonOutcome;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Who may stand at this door, and with which PIN. */
final class StaffCard extends VBox {
    private static final double ROW = 48;

    private final Language language;
    private final DoorStaff staff;
    private final ListView<Colleague> people;
    private final PasswordField digits = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final TextField name = new TextField();
    private final ComboBox<Role> role = new ComboBox<>();
    private final Label problem = new Label();

    StaffCard(Language language, DoorStaff staff) {
        this.language = language;
        this.staff = staff;
        this.people = new ListView<>(staff.rows());
        getStyleClass().addAll("card", "form");
        VBox changes = new VBox(people, pin(), adding(), problem);
        changes.getStyleClass().add("stack");
        changes.disableProperty().bind(staff.guardedProperty());
        getChildren()
                .addAll(
                        Captions.of(language, "door.setup.staff", "card-title"),
                        Captions.of(language, "door.setup.staff.line", "muted"),
                        guard(),
                        changes);
        dress();
    }

    private void dress() {
        people.setId("staff");
        people.setFixedCellSize(ROW);
        people.setPrefHeight(5 * ROW);
        people.accessibleTextProperty().bind(language.of("door.setup.staff"));
        people.setCellFactory(list -> new Cell());
        Label none = Captions.of(language, "door.setup.staff.none", "muted");
        people.setPlaceholder(none);
        staff.rows()
                .addListener(
                        (ListChangeListener<Colleague>)
                                change -> people.getSelectionModel().selectFirst());
        problem.setId("staff-problem");
        problem.getStyleClass().add("field-error");
        problem.setWrapText(true);
    }

    /** Shown until a supervisor has come. */
    private Node guard() {
        Button come = new Button();
        come.setId("staff-supervisor");
        come.textProperty().bind(language.of("door.setup.supervisor"));
        come.setGraphic(new FontIcon(Material2AL.LOCK));
        come.setOnAction(event -> staff.duty().supervise());
        VBox box = new VBox(Captions.of(language, "door.setup.guarded", "muted"), come);
        box.getStyleClass().add("field");
        box.visibleProperty().bind(staff.guardedProperty());
        box.managedProperty().bind(staff.guardedProperty());
        return box;
    }

    private Node pin() {
        prompt(digits, "staff-pin", "door.setup.pin");
        prompt(again, "staff-pin-again", "door.setup.pin.again");
        Button set = Controls.button(language, "staff-pin-set", "door.setup.pin.keep", this::keep);
        Button remove =
                Controls.button(
                        language, "staff-pin-remove", "door.setup.pin.remove", this::remove);
        return Controls.actions(digits, again, set, remove);
    }

    private Node adding() {
        prompt(name, "staff-name", "door.setup.name");
        role.setId("staff-role");
        role.getItems().setAll(DoorStaff.roles());
        role.accessibleTextProperty().bind(language.of("door.setup.role"));
        LiveCell.install(role, language, this::word);
        role.setValue(Role.DOOR_STEWARD);
        return Controls.actions(
                name, role, Controls.button(language, "staff-add", "door.setup.add", this::add));
    }

    private String word(Role each) {
        return language.get("people.role." + each);
    }

    private void keep() {
        Colleague who = people.getSelectionModel().getSelectedItem();
        if (who == null) {
            tell("door.setup.pin.nobody");
            return;
        }
        if (!digits.getText().equals(again.getText())) {
            tell("door.setup.pin.differs");
            return;
        }
        staff.setPin(who, digits.getText())
                .ifPresentOrElse(why -> tell("door.setup.pin." + why), this::clear);
    }

    private void remove() {
        Optional.ofNullable(people.getSelectionModel().getSelectedItem())
                .filter(Colleague::hasPin)
                .ifPresent(staff::removePin);
    }

    private void add() {
        staff.add(name.getText(), role.getValue(), this::added);
    }

    private void added(PersonOutcome outcome) {
        if (outcome instanceof PersonOutcome.Problem why) {
            tell("people.problem." + why);
        } else if (outcome instanceof PersonOutcome.NotYours) {
            tell("people.problem.NOT_YOURS");
        } else {
            clear();
        }
    }

    private void tell(String key) {
        problem.setText(language.get(key));
    }

    private void clear() {
        problem.setText("");
        digits.clear();
        again.clear();
        name.clear();
    }

    private void prompt(TextField field, String id, String key) {
        field.setId(id);
        field.promptTextProperty().bind(language.of(key));
        field.accessibleTextProperty().bind(language.of(key));
    }

    private final class Cell extends ListCell<Colleague> {
        @Override
        protected void updateItem(@Nullable Colleague each, boolean empty) {
            super.updateItem(each, empty);
            setText(null);
            setGraphic(each == null || empty ? null : line(each));
        }

        private HBox line(Colleague each) {
            Label who =
                    new Label(
                            language.get(
                                    "door.pin.person", each.name(), word(each.person().role())));
            HBox.setHgrow(who, Priority.ALWAYS);
            who.setMaxWidth(Double.MAX_VALUE);
            who.setMinWidth(0);
            Label state =
                    new Label(
                            language.get(each.hasPin() ? "door.setup.hasPin" : "door.setup.noPin"));
            state.getStyleClass().addAll("chip", each.hasPin() ? "chip-paid" : "chip-quiet");
            state.setMinWidth(Region.USE_PREF_SIZE);
            HBox line = new HBox(who, state);
            line.getStyleClass().add("hit");
            return line;
        }
    }
}
