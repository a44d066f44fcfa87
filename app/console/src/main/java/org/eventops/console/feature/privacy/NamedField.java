package org.eventops.console.feature.privacy;

import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Captions;

/** A field under its name, which may take as many lines as it needs. */
final class NamedField extends VBox {
    NamedField(Language language, String key, String id, Control control) {
        Label name = Captions.of(language, key, "field-name");
        name.setLabelFor(control);
        control.setId(id);
        control.setMaxWidth(Double.MAX_VALUE);
        control.accessibleTextProperty().bind(language.of(key));
        getStyleClass().add("field");
        getChildren().addAll(name, control);
    }
}
