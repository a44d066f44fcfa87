package org.eventops.console.feature.door.setup;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.eventops.console.feature.door.DoorOptions;
import org.eventops.console.feature.door.DoorSound;
import org.eventops.console.feature.door.DoorSounds;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Captions;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** How loud each sound of the door is; all the way down is silent. */
final class SoundCard extends VBox {
    private static final int LOUDEST = 100;
    private static final int STEP = 10;

    private final Language language;
    private final DoorOptions options;
    private final DoorSounds sounds;

    SoundCard(Language language, DoorOptions options, DoorSounds sounds) {
        this.language = language;
        this.options = options;
        this.sounds = sounds;
        getStyleClass().addAll("card", "form");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        int row = 0;
        for (DoorSound each : DoorSound.values()) {
            grid.addRow(row++, name(each), slider(each), play(each));
        }
        Label silent = Captions.of(language, "door.screen.silent", "muted");
        silent.visibleProperty().bind(sounds.silentProperty());
        silent.managedProperty().bind(sounds.silentProperty());
        getChildren()
                .addAll(
                        Captions.of(language, "door.setup.sounds", "card-title"),
                        Captions.of(language, "door.setup.sounds.line", "muted"),
                        grid,
                        silent);
    }

    private Label name(DoorSound sound) {
        Label label = Captions.of(language, "door.sound." + sound, "field-name");
        label.setMaxWidth(260);
        return label;
    }

    private Slider slider(DoorSound sound) {
        Slider slider = new Slider(0, LOUDEST, options.volumeProperty(sound).get());
        slider.setId("volume-" + sound);
        slider.setBlockIncrement(STEP);
        slider.setPrefWidth(180);
        slider.accessibleTextProperty().bind(language.of("door.sound." + sound));
        options.volumeProperty(sound)
                .addListener((property, before, now) -> slider.setValue(now.doubleValue()));
        slider.valueProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!slider.isValueChanging()) {
                                keep(sound, now.intValue());
                            }
                        });
        slider.valueChangingProperty()
                .addListener(
                        (property, before, moving) -> {
                            if (!moving) {
                                keep(sound, (int) slider.getValue());
                            }
                        });
        return slider;
    }

    private void keep(DoorSound sound, int volume) {
        if (volume != options.volumeProperty(sound).get()) {
            options.chooseVolume(sound, volume);
        }
    }

    private Button play(DoorSound sound) {
        Button play = new Button();
        play.setGraphic(new FontIcon(Material2MZ.PLAY_ARROW));
        play.accessibleTextProperty().bind(language.of("door.setup.play"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(language.of("door.setup.play"));
        play.setTooltip(tip);
        play.getStyleClass().add("door-toggle");
        play.setOnAction(event -> sounds.play(sound));
        return play;
    }
}
