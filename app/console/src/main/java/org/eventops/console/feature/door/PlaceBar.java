package org.eventops.console.feature.door;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.eventops.console.shell.Language;
import org.eventops.domain.door.Gate;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** List and gate, entry or exit, steward or supervisor, sound. */
final class PlaceBar extends HBox {
    private static final double LONGEST_NAME = 170;

    private final Language language;
    private final DoorViewModel model;
    private final ComboBox<String> list = new ComboBox<>();
    private final ComboBox<Optional<Gate>> gate = new ComboBox<>();

    PlaceBar(Language language, DoorViewModel model, DoorSounds sounds) {
        this.language = language;
        this.model = model;
        getStyleClass().add("door-bar");
        list.setId("door-list");
        gate.setId("door-gate");
        list.setOnHidden(event -> leave());
        gate.setOnHidden(event -> leave());
        list.setItems(model.place().lists());
        list.setOnAction(event -> chosen());
        model.place()
                .listProperty()
                .addListener((property, before, now) -> list.setValue(now.orElse(null)));
        gate.setConverter(new GateNames());
        gate.setOnAction(event -> gateChosen());
        model.place().gates().addListener((ListChangeListener<Gate>) change -> gates());
        model.place().gateProperty().addListener((property, before, now) -> gate.setValue(now));
        language.textsProperty().addListener((property, before, now) -> gates());
        ToggleButton exit = toggle("exit", Material2AL.EXIT_TO_APP);
        exit.selectedProperty().bindBidirectional(model.exitProperty());
        ToggleButton supervisor = supervisor();
        ToggleButton mute = toggle("mute", Material2MZ.VOLUME_OFF);
        mute.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        mute.accessibleTextProperty().bind(language.of("door.screen.mute"));
        mute.setTooltip(tip("mute"));
        mute.selectedProperty().bindBidirectional(sounds.mutedProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        name("list"),
                        list,
                        name("gate"),
                        gate,
                        gap,
                        person(),
                        exit,
                        supervisor,
                        mute);
        getChildren().addAll(small("lock", Material2AL.LOCK, model.duty()::lock), kiosk());
        gates();
        list.setValue(model.place().listProperty().get().orElse(null));
    }

    /** The keys belong to the door again. */
    private void leave() {
        getScene().getRoot().lookupAll(".door").forEach(Node::requestFocus);
    }

    /** Who stands here; a press asks who it is now. */
    private Button person() {
        Button button = new Button();
        button.setId("door-person");
        button.setGraphic(new FontIcon(Material2MZ.PERSON));
        button.textProperty().bind(model.duty().personProperty());
        button.setMnemonicParsing(false);
        button.accessibleTextProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        language.get(
                                                "door.screen.person",
                                                model.duty().personProperty().get()),
                                model.duty().personProperty(),
                                language.textsProperty()));
        button.setMaxWidth(LONGEST_NAME);
        button.getStyleClass().add("door-toggle");
        button.setFocusTraversable(false);
        button.setOnAction(event -> model.duty().change());
        return button;
    }

    /** Pressed while a supervisor is here; a PIN may come before that. */
    private ToggleButton supervisor() {
        ToggleButton button = toggle("supervisor", Material2MZ.SUPERVISOR_ACCOUNT);
        button.setOnAction(
                event -> {
                    button.setSelected(model.supervisorProperty().get());
                    model.duty().supervise();
                });
        model.supervisorProperty().addListener((property, before, now) -> button.setSelected(now));
        return button;
    }

    private Button kiosk() {
        return small("kiosk", Material2AL.FULLSCREEN, model.kiosk()::toggle);
    }

    private Button small(String key, Ikon icon, Runnable action) {
        Button button = new Button();
        button.setId("door-" + key);
        button.setGraphic(new FontIcon(icon));
        button.accessibleTextProperty().bind(language.of("door.screen." + key));
        button.setTooltip(tip(key));
        button.getStyleClass().add("door-toggle");
        button.setFocusTraversable(false);
        button.setOnAction(event -> action.run());
        return button;
    }

    private Tooltip tip(String key) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(language.of("door.screen." + key));
        return tip;
    }

    private Label name(String key) {
        Label label = new Label();
        label.textProperty().bind(language.of("door.screen." + key));
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private ToggleButton toggle(String key, Ikon icon) {
        ToggleButton button = new ToggleButton();
        button.setId("door-" + key);
        button.setGraphic(new FontIcon(icon));
        button.textProperty().bind(language.of("door.screen." + key));
        button.getStyleClass().add("door-toggle");
        button.setMinWidth(USE_PREF_SIZE);
        // it has a key of its own; with the focus, a scanner's Enter would press it
        button.setFocusTraversable(false);
        return button;
    }

    private void chosen() {
        String name = list.getValue();
        if (name != null) {
            model.place().chooseList(name);
        }
    }

    private void gateChosen() {
        Optional<Gate> chosen = gate.getValue();
        if (chosen != null && !chosen.equals(model.place().gateProperty().get())) {
            model.place().chooseGate(chosen);
        }
    }

    private void gates() {
        Optional<Gate> chosen = model.place().gateProperty().get();
        gate.getItems().setAll(java.util.List.of(Optional.<Gate>empty()));
        model.place().gates().forEach(each -> gate.getItems().add(Optional.of(each)));
        gate.setValue(chosen);
    }

    private final class GateNames extends StringConverter<Optional<Gate>> {
        @Override
        public String toString(Optional<Gate> each) {
            return Optional.ofNullable(each)
                    .flatMap(chosen -> chosen)
                    .map(Gate::name)
                    .orElseGet(() -> language.get("door.screen.gate.any"));
        }

        @Override
        public Optional<Gate> fromString(String text) {
            return Optional.empty();
        }
    }
}
