package org.eventops.console.feature.door.duty;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Presence;
import org.eventops.domain.people.Pin;
import org.eventops.domain.people.PinCheck;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Who are you, and your PIN; by keys or by touch. Only there while somebody is asked. */
public final class PinPane extends VBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final double ROW = 48;
    private static final int ROWS = 4;
    private static final int ACROSS = 3;

    private final Language language;
    private final DoorDuty duty;
    private final Clock clock;
    private final boolean forLock;
    private final Label title = new Label();
    private final ListView<Colleague> people = new ListView<>();
    private final PasswordField pin = new PasswordField();
    private final Label problem = new Label();
    private final VBox secret = new VBox();
    private final Button cancel = new Button();

    /**
     * @param forLock whether it opens the locked window; else it asks for all else
     */
    public PinPane(Language language, DoorDuty duty, Clock clock, boolean forLock) {
        this.language = language;
        this.duty = duty;
        this.clock = clock;
        this.forLock = forLock;
        getStyleClass().addAll("card", "pin-pane");
        lay();
        duty.askProperty().addListener((property, before, now) -> show(now));
        duty.refusedProperty().addListener((property, before, now) -> refused(now));
        show(duty.askProperty().get());
    }

    private void lay() {
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        people.setId("pin-people");
        people.setFixedCellSize(ROW);
        people.setCellFactory(list -> new Cell());
        people.accessibleTextProperty().bind(language.of("door.pin.people"));
        people.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> chosen(now));
        pin.setId("pin");
        pin.promptTextProperty().bind(language.of("door.pin.digits"));
        pin.accessibleTextProperty().bind(language.of("door.pin.digits"));
        pin.setOnAction(event -> give());
        problem.setId("pin-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("field-error");
        secret.getStyleClass().add("stack");
        secret.getChildren().addAll(pin, pad());
        getChildren().addAll(title, people, secret, problem, buttons());
    }

    private GridPane pad() {
        GridPane pad = new GridPane();
        pad.getStyleClass().add("pin-pad");
        for (int digit = 1; digit <= 9; digit++) {
            pad.add(key(digit), (digit - 1) % ACROSS, (digit - 1) / ACROSS);
        }
        pad.add(key(0), 1, ACROSS);
        Button back = new Button();
        back.setGraphic(new FontIcon(Material2AL.BACKSPACE));
        back.accessibleTextProperty().bind(language.of("door.pin.back"));
        back.setOnAction(event -> pin.deletePreviousChar());
        plain(back, "pin-back");
        pad.add(back, 2, ACROSS);
        return pad;
    }

    private Button key(int digit) {
        String text = Integer.toString(digit);
        Button key = new Button(text);
        key.setOnAction(
                event -> {
                    if (pin.getLength() < Pin.LONGEST) {
                        pin.appendText(text);
                    }
                });
        plain(key, "pin-" + text);
        return key;
    }

    /** The field keeps the focus, so that digits can be typed and touched in turn. */
    private static void plain(Button key, String id) {
        key.setId(id);
        key.getStyleClass().add("pin-key");
        key.setFocusTraversable(false);
    }

    private Node buttons() {
        Button give = new Button();
        give.setId("pin-give");
        give.textProperty().bind(language.of("door.pin.give"));
        give.getStyleClass().addAll("accent", "pin-action");
        give.setOnAction(event -> give());
        cancel.setId("pin-cancel");
        cancel.textProperty().bind(language.of("door.pin.cancel"));
        cancel.getStyleClass().add("pin-action");
        cancel.setOnAction(event -> duty.cancel());
        FlowPane row = new FlowPane(give, cancel);
        row.getStyleClass().add("actions");
        return row;
    }

    private void show(Optional<Ask> anything) {
        Optional<Ask> asked =
                anything.filter(each -> forLock == (each.purpose() == Ask.Purpose.UNLOCK));
        Presence.set(this, asked.isPresent());
        problem.setText("");
        Presence.set(problem, false);
        pin.clear();
        asked.ifPresent(this::fill);
    }

    private void fill(Ask asked) {
        title.setText(language.get("door.pin.title." + asked.purpose()));
        people.getItems().setAll(asked.people());
        people.setPrefHeight(Math.min(ROWS, asked.people().size()) * ROW + 4);
        people.setMinHeight(USE_PREF_SIZE);
        Presence.set(cancel, asked.purpose() != Ask.Purpose.UNLOCK);
        asked.people().stream()
                .filter(each -> each.name().equals(duty.personProperty().get()))
                .findFirst()
                .ifPresentOrElse(
                        people.getSelectionModel()::select,
                        people.getSelectionModel()::selectFirst);
        pin.requestFocus();
    }

    private void chosen(@Nullable Colleague now) {
        Presence.set(secret, now != null && now.hasPin());
        pin.clear();
        pin.requestFocus();
    }

    private void give() {
        Colleague who = people.getSelectionModel().getSelectedItem();
        if (who != null) {
            duty.give(who, pin.getText());
        }
    }

    private void refused(Optional<PinCheck> why) {
        problem.setText(why.map(this::words).orElse(""));
        Presence.set(problem, why.isPresent());
        pin.clear();
    }

    private String words(PinCheck why) {
        return switch (why) {
            case PinCheck.Right unused -> "";
            case PinCheck.None unused -> language.get("door.pin.none");
            case PinCheck.Wait wait -> language.get("door.pin.wait", time(wait.until()));
            case PinCheck.Wrong wrong -> language.get("door.pin.wrong", wrong.left());
        };
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(clock.getZone()));
    }

    private final class Cell extends ListCell<Colleague> {
        Cell() {
            // as wide as the list, so that nobody has to scroll sideways
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Colleague each, boolean empty) {
            super.updateItem(each, empty);
            setText(
                    each == null || empty
                            ? null
                            : language.get(
                                    "door.pin.person",
                                    each.name(),
                                    language.get("people.role." + each.person().role())));
        }
    }
}
