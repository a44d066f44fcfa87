package org.eventops.console.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The head of a screen: its name, a line under it, and what can be done on the right. */
public final class PageHeader extends HBox {
    public PageHeader(
            ObservableValue<String> title, ObservableValue<String> line, Node... actions) {
        Label name = new Label();
        name.textProperty().bind(title);
        name.getStyleClass().add("page-title");
        Label under = new Label();
        under.textProperty().bind(line);
        under.getStyleClass().add("muted");
        VBox words = new VBox(name, under);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox right = new HBox(actions);
        right.getStyleClass().add("actions");
        getStyleClass().add("page-header");
        getChildren().addAll(words, right);
    }
}
