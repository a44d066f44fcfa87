package org.eventops.console.ui;

import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;

/** A field under its name, which may take as many lines as it needs. */
public final class NamedField extends VBox {
    public NamedField(Language language, String key, String id, Control control) {
        Label name = Captions.of(language, key, "field-name");
        name.setLabelFor(control);
        control.setId(id);
        control.setMaxWidth(Double.MAX_VALUE);
        control.accessibleTextProperty().bind(language.of(key));
        getStyleClass().add("field");
        getChildren().addAll(name, control);
    }
}
