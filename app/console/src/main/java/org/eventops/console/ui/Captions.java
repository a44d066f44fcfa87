package org.eventops.console.ui;

import javafx.scene.control.Label;
import org.eventops.console.shell.Language;

/** Labels that say a text in the language of the moment, on as many lines as it needs. */
public final class Captions {
    private Captions() {}

    /**
     * @param style its one class of style
     */
    public static Label of(Language language, String key, String style) {
        Label label = new Label();
        label.textProperty().bind(language.of(key));
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    /**
     * One whose words come later.
     *
     * @param style its one class of style
     */
    public static Label plain(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
