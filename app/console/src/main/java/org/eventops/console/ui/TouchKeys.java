package org.eventops.console.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Letters and digits to touch, where there is no keyboard; they write into one field. */
public final class TouchKeys extends VBox {
    private static final List<String> ROWS =
            List.of("1234567890", "qwertyuiop", "asdfghjklñ", "zxcvbnm@.-");

    private final TextField field;

    public TouchKeys(Language language, TextField field) {
        this.field = field;
        getStyleClass().add("touch-keys");
        ROWS.forEach(row -> getChildren().add(row(row)));
        Button space = key(" ");
        space.accessibleTextProperty().bind(language.of("app.keys.space"));
        Button back = button();
        back.setGraphic(new FontIcon(Material2AL.BACKSPACE));
        back.accessibleTextProperty().bind(language.of("app.keys.back"));
        back.setOnAction(event -> backspace());
        getChildren().add(line(space, back));
    }

    private HBox row(String characters) {
        return line(
                characters
                        .chars()
                        .mapToObj(Character::toString)
                        .map(this::key)
                        .toArray(Node[]::new));
    }

    private static HBox line(Node... keys) {
        HBox line = new HBox(keys);
        line.getStyleClass().add("touch-row");
        return line;
    }

    private Button key(String character) {
        Button key = button();
        key.setText(character);
        key.setMnemonicParsing(false);
        key.setOnAction(event -> field.setText(field.getText() + character));
        return key;
    }

    private void backspace() {
        String text = field.getText();
        field.setText(text.isEmpty() ? "" : text.substring(0, text.length() - 1));
    }

    private static Button button() {
        Button key = new Button();
        key.setFocusTraversable(false);
        key.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(key, Priority.ALWAYS);
        return key;
    }
}
