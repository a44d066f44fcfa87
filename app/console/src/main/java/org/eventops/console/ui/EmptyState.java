package org.eventops.console.ui;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Nothing here yet: what this place is for, and what to do next. */
public final class EmptyState extends VBox {
    public EmptyState(
            Language language, Ikon icon, String titleKey, String lineKey, Node... actions) {
        Label title = new Label();
        title.textProperty().bind(language.of(titleKey));
        title.getStyleClass().add("empty-title");
        Label line = new Label();
        line.textProperty().bind(language.of(lineKey));
        line.setWrapText(true);
        line.getStyleClass().addAll("muted", "empty-line");
        getStyleClass().add("empty");
        getChildren().addAll(new FontIcon(icon), title, line);
        getChildren().addAll(actions);
    }
}
