package org.eventops.console.ui;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.eventops.console.shell.Language;

/** Controls as they stand on most pages. */
public final class Controls {
    private Controls() {}

    /**
     * @param key of its words
     */
    public static Button button(Language language, String id, String key) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(language.of(key));
        return button;
    }

    public static Button button(Language language, String id, String key, Runnable action) {
        Button button = button(language, id, key);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** What can be done, side by side as far as there is room. */
    public static FlowPane actions(Node... nodes) {
        FlowPane row = new FlowPane(nodes);
        row.getStyleClass().add("actions");
        return row;
    }
}
