package org.eventops.console.feature.door.setup;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.eventops.console.feature.door.DoorOptions;
import org.eventops.console.feature.door.DoorOptions.FullVerdict;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Captions;
import org.eventops.console.ui.LiveCell;

/** When the window locks, when a verdict fills it, and the way into the kiosk. */
final class KioskCard extends VBox {
    private final Language language;
    private final DoorStaff staff;

    KioskCard(Language language, DoorOptions options, DoorStaff staff, Runnable kiosk) {
        this.language = language;
        this.staff = staff;
        getStyleClass().addAll("card", "form");
        Button enter = new Button();
        enter.setId("kiosk-enter");
        enter.textProperty().bind(language.of("door.setup.kiosk.enter"));
        enter.setOnAction(event -> kiosk.run());
        getChildren()
                .addAll(
                        Captions.of(language, "door.setup.kiosk", "card-title"),
                        Captions.of(language, "door.setup.kiosk.line", "muted"),
                        enter,
                        field(
                                "door.setup.lock",
                                DoorOptions.LOCKS,
                                options.lockMinutesProperty().asObject(),
                                this::minutes,
                                options::chooseLock),
                        field(
                                "door.setup.full",
                                List.of(FullVerdict.values()),
                                options.fullProperty(),
                                each -> language.get("door.setup.full." + each),
                                options::chooseFull));
    }

    private String minutes(int minutes) {
        return minutes == 0
                ? language.get("door.setup.lock.never")
                : language.get("door.setup.lock.minutes", minutes);
    }

    private <T> Node field(
            String key,
            List<T> all,
            ObservableValue<T> chosen,
            Function<T, String> word,
            Consumer<T> then) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(key.replace('.', '-'));
        box.getItems().setAll(all);
        LiveCell.install(box, language, word);
        box.setValue(chosen.getValue());
        box.setMinWidth(220);
        box.disableProperty().bind(staff.guardedProperty());
        chosen.addListener((property, before, now) -> box.setValue(now));
        box.valueProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now != null && !now.equals(chosen.getValue())) {
                                then.accept(now);
                            }
                        });
        Label name = Captions.of(language, key, "field-name");
        name.setLabelFor(box);
        box.accessibleTextProperty().bind(language.of(key));
        VBox field = new VBox(name, box, Captions.of(language, key + ".help", "muted"));
        field.getStyleClass().add("field");
        return field;
    }
}
