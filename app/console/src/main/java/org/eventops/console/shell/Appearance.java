package org.eventops.console.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import org.eventops.resources.Texts;

/** How the window looks: the colours and the size of the text. */
public final class Appearance {
    public static final List<Integer> SIZES = List.of(90, 100, 115, 130, 150, 200);
    private static final int BASE = 14;
    private static final String TOUCH = "touch";

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final ObjectProperty<Integer> textSize = new SimpleObjectProperty<>(100);

    private final BooleanProperty colourBlind = new SimpleBooleanProperty(false);
    private final BooleanProperty touch = new SimpleBooleanProperty(false);

    /** The sets of colours. */
    public enum Theme {
        LIGHT("primer-light", "light"),
        DARK("primer-dark", "dark"),
        /** Seven to one and more, for the sun and for weak eyes. */
        CONTRAST("primer-dark", "contrast");

        private final String base;
        private final String roles;

        Theme(String base, String roles) {
            this.base = base;
            this.roles = roles;
        }
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** Percent of the usual size. */
    public ObjectProperty<Integer> textSizeProperty() {
        return textSize;
    }

    /** Whether the verdicts' colours are told apart without telling red from green. */
    public BooleanProperty colourBlindProperty() {
        return colourBlind;
    }

    /** Whether everything is large enough for fingers. */
    public BooleanProperty touchProperty() {
        return touch;
    }

    /** Keeps the scene in these looks from now on. */
    public void dress(Scene scene) {
        ChangeListener<Object> listener = (property, before, now) -> apply(scene);
        theme.addListener(listener);
        textSize.addListener(listener);
        colourBlind.addListener(listener);
        touch.addListener(listener);
        apply(scene);
    }

    private void apply(Scene scene) {
        Theme chosen = theme.get();
        Application.setUserAgentStylesheet("/atlantafx/base/theme/" + chosen.base + ".css");
        List<String> sheets = new ArrayList<>(List.of(sheet(chosen.roles)));
        if (colourBlind.get()) {
            sheets.add(sheet("colourblind"));
        }
        sheets.add(sheet("console"));
        scene.getStylesheets().setAll(sheets);
        double size = BASE * textSize.get() / 100.0;
        scene.getRoot().setStyle("-fx-font-size: " + size + "px;");
        scene.getRoot().getStyleClass().remove(TOUCH);
        if (touch.get()) {
            scene.getRoot().getStyleClass().add(TOUCH);
        }
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(
                        Texts.class.getResource("/org/eventops/theme/" + name + ".css"), name)
                .toExternalForm();
    }
}
