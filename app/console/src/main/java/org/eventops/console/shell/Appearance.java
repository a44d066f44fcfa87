package org.eventops.console.shell;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import org.eventops.resources.Texts;

/** How the window looks: the colours and the size of the text. */
public final class Appearance {
    public static final List<Integer> SIZES = List.of(90, 100, 115, 130, 150, 200);
    private static final int BASE = 14;

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final ObjectProperty<Integer> textSize = new SimpleObjectProperty<>(100);

    /** The two sets of colours. */
    public enum Theme {
        LIGHT("primer-light"),
        DARK("primer-dark");

        private final String sheet;

        Theme(String sheet) {
            this.sheet = sheet;
        }
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** Percent of the usual size. */
    public ObjectProperty<Integer> textSizeProperty() {
        return textSize;
    }

    /** Keeps the scene in these looks from now on. */
    public void dress(Scene scene) {
        ChangeListener<Object> listener = (property, before, now) -> apply(scene);
        theme.addListener(listener);
        textSize.addListener(listener);
        apply(scene);
    }

    private void apply(Scene scene) {
        Application.setUserAgentStylesheet("/atlantafx/base/theme/" + theme.get().sheet + ".css");
        List<String> sheets = new ArrayList<>();
        Stream.of(theme.get() == Theme.DARK ? "dark" : "light", "console", "door")
                .map(name -> Texts.class.getResource("/org/eventops/theme/" + name + ".css"))
                .filter(Objects::nonNull)
                .map(URL::toExternalForm)
                .forEach(sheets::add);
        scene.getStylesheets().setAll(sheets);
        double size = BASE * textSize.get() / 100.0;
        scene.getRoot().setStyle("-fx-font-size: " + size + "px;");
    }
}
