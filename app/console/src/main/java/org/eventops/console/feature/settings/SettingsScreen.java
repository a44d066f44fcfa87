package org.eventops.console.feature.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Appearance;
import org.eventops.console.shell.BackupFeed;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.Preferences;
import org.eventops.console.shell.Screen;
import org.eventops.console.ui.LiveCell;
import org.eventops.console.ui.PageHeader;
import org.eventops.console.ui.Presence;
import org.eventops.resources.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2MZ;

/** Language, looks and the name of this console, each of which holds at once; its backups. */
public final class SettingsScreen implements Screen {
    public static final String KEY = "app.screen.settings";

    private final ScrollPane scroll = new ScrollPane();
    private final Preferences preferences;
    private final Language language;
    private final BackupFeed backups;
    private final ZoneId zone;

    public SettingsScreen(Preferences preferences, BackupFeed backups, ZoneId zone) {
        this.preferences = preferences;
        this.backups = backups;
        this.zone = zone;
        this.language = preferences.language();
    }

    @Override
    public String titleKey() {
        return KEY;
    }

    @Override
    public Ikon icon() {
        return Material2MZ.SETTINGS;
    }

    @Override
    public void attach() {
        backups.load();
    }

    @Override
    public void detach() {
        // nothing under way
    }

    @Override
    public Map<String, Runnable> states() {
        return Map.of("below", this::down);
    }

    /** As if it had been pressed. */
    public void backUp() {
        backups.backUp();
        down();
    }

    private void down() {
        scroll.setVvalue(scroll.getVmax());
    }

    /** As if it had been chosen as the second place of the backups. */
    public void backUpAlsoTo(Path folder) {
        backups.chooseSecond(Optional.of(folder));
    }

    @Override
    public Node node() {
        VBox card =
                new VBox(
                        languages(),
                        themes(),
                        choice(
                                "settings.colourBlind",
                                preferences.appearance().colourBlindProperty(),
                                preferences::chooseColourBlind),
                        sizes(),
                        choice(
                                "settings.touch",
                                preferences.appearance().touchProperty(),
                                preferences::chooseTouch),
                        Presence.only(preferences.maySetUp(), locking()),
                        Presence.only(preferences.maySetUp(), device()));
        card.getStyleClass().addAll("card", "form");
        VBox made = new VBox(new PageHeader(language.of(KEY), language.of("settings.line")), card);
        if (backups.permitted()) {
            made.getChildren()
                    .addAll(
                            new BackupCard(language, backups, zone),
                            new RestoreCard(language, backups, zone));
        }
        made.getStyleClass().add("page");
        scroll.setContent(made);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare");
        return scroll;
    }

    private Node languages() {
        return field(
                "settings.language",
                "settings.language.help",
                choice(
                        Texts.LANGUAGES,
                        language.textsProperty().map(Texts::locale),
                        each -> language.get("settings.language." + each.getLanguage()),
                        preferences::chooseLanguage));
    }

    private Node themes() {
        return field(
                "settings.theme",
                "settings.theme.help",
                choice(
                        List.of(Appearance.Theme.values()),
                        preferences.appearance().themeProperty(),
                        each -> language.get("settings.theme." + each.name()),
                        preferences::chooseTheme));
    }

    private Node choice(String key, ObservableValue<Boolean> chosen, Consumer<Boolean> then) {
        CheckBox box = new CheckBox();
        box.setId(key.replace('.', '-'));
        box.textProperty().bind(language.of(key + ".on"));
        box.setSelected(chosen.getValue());
        chosen.addListener((property, before, now) -> box.setSelected(now));
        box.setOnAction(event -> then.accept(box.isSelected()));
        return field(key, key + ".help", box);
    }

    private Node sizes() {
        return field(
                "settings.textSize",
                "settings.textSize.help",
                choice(
                        Appearance.SIZES,
                        preferences.appearance().textSizeProperty(),
                        each -> language.get("settings.textSize.percent", each),
                        preferences::chooseTextSize));
    }

    private Node locking() {
        return field(
                "settings.lock",
                "settings.lock.help",
                choice(
                        Preferences.LOCK_MINUTES,
                        preferences.lockMinutesProperty(),
                        each ->
                                each == 0
                                        ? language.get("settings.lock.never")
                                        : language.get("settings.lock.minutes", each),
                        preferences::chooseLockMinutes));
    }

    private Node device() {
        TextField name = new TextField(preferences.deviceProperty().get());
        name.setMaxWidth(320);
        name.promptTextProperty().bind(language.of("settings.device.prompt"));
        name.setOnAction(event -> preferences.nameDevice(name.getText()));
        name.focusedProperty()
                .addListener(
                        (property, before, focused) -> {
                            if (!focused
                                    && !name.getText().equals(preferences.deviceProperty().get())) {
                                preferences.nameDevice(name.getText());
                            }
                        });
        preferences.deviceProperty().addListener((property, before, now) -> name.setText(now));
        return field("settings.device", "settings.device.help", name);
    }

    private <T> ComboBox<T> choice(
            List<T> all, ObservableValue<T> chosen, Function<T, String> word, Consumer<T> then) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(all);
        LiveCell.install(box, language, word);
        box.setValue(chosen.getValue());
        chosen.addListener((property, before, now) -> box.setValue(now));
        box.setMinWidth(220);
        box.valueProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now != null && !now.equals(chosen.getValue())) {
                                then.accept(now);
                            }
                        });
        return box;
    }

    private Node field(String key, String helpKey, javafx.scene.control.Control control) {
        Label name = new Label();
        name.textProperty().bind(language.of(key));
        name.getStyleClass().add("field-name");
        name.setLabelFor(control);
        control.accessibleTextProperty().bind(language.of(key));
        Label help = new Label();
        help.textProperty().bind(language.of(helpKey));
        help.setWrapText(true);
        help.getStyleClass().add("muted");
        VBox field = new VBox(name, control, help);
        field.getStyleClass().add("field");
        return field;
    }
}
