package org.eventops.console.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.eventops.console.shell.Language;
import org.jspecify.annotations.Nullable;

/** A form beside a table: fields with their names above and what is wrong below. */
public final class FormPanel extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Language language;
    private final Map<String, Label> errors = new HashMap<>();
    private final Map<String, Control> controls = new HashMap<>();
    private final List<CheckBox> flags = new ArrayList<>();

    public FormPanel(Language language, String title, String line) {
        this.language = language;
        Label head = new Label(title);
        head.setWrapText(true);
        head.getStyleClass().add("card-title");
        Label under = new Label(line);
        under.getStyleClass().add("muted");
        under.setWrapText(true);
        getStyleClass().addAll("card", "form", "side");
        getChildren().addAll(head, under);
    }

    /** Its head changes with the language. */
    public static FormPanel live(Language language, String titleKey, String lineKey) {
        FormPanel made = new FormPanel(language, "", "");
        ((Label) made.getChildren().get(0)).textProperty().bind(language.of(titleKey));
        ((Label) made.getChildren().get(1)).textProperty().bind(language.of(lineKey));
        return made;
    }

    public TextField text(String field, String key, @Nullable String value) {
        TextField input = new TextField(value == null ? "" : value);
        add(field, key, input);
        return input;
    }

    /** A text of several lines. */
    public TextArea paragraph(String field, String key, @Nullable String value) {
        TextArea input = new TextArea(value == null ? "" : value);
        input.setWrapText(true);
        input.setPrefRowCount(5);
        add(field, key, input);
        return input;
    }

    public <T> ComboBox<T> choice(
            String field, String key, List<T> all, T value, Function<T, String> word) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(all);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T each) {
                        return each == null ? "" : word.apply(each);
                    }

                    @Override
                    public @Nullable T fromString(String text) {
                        return null;
                    }
                });
        box.setValue(value);
        add(field, key, box);
        return box;
    }

    public CheckBox flag(String key, boolean value) {
        CheckBox box = new CheckBox();
        box.textProperty().bind(language.of(key));
        box.setSelected(value);
        box.setWrapText(true);
        flags.add(box);
        getChildren().add(box);
        return box;
    }

    public void save(Runnable action) {
        Button button = new Button();
        button.textProperty().bind(language.of("app.save"));
        button.getStyleClass().add("accent");
        button.setDefaultButton(true);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> action.run());
        getChildren().add(button);
    }

    /**
     * Whoever may not change it looks at it all the same.
     *
     * @param permitted whether whoever works here may change this
     */
    public void save(boolean permitted, Runnable action) {
        if (permitted) {
            save(action);
        } else {
            onlyToLookAt();
        }
    }

    private void onlyToLookAt() {
        controls.values().forEach(FormPanel::lock);
        flags.forEach(FormPanel::lock);
        Label why = new Label();
        why.textProperty().bind(language.of("app.onlyToLookAt"));
        why.getStyleClass().add("muted");
        why.setWrapText(true);
        getChildren().add(why);
    }

    /** What is typed can still be selected and copied. */
    private static void lock(Control control) {
        if (control instanceof TextInputControl text) {
            text.setEditable(false);
        } else {
            control.setDisable(true);
        }
    }

    /** Shows a sentence at each field that is wrong, and goes to the first of them. */
    public void problems(Map<String, String> byField) {
        errors.forEach(
                (field, label) -> {
                    String sentence = byField.getOrDefault(field, "");
                    label.setText(sentence);
                    label.setManaged(!sentence.isEmpty());
                    label.setVisible(!sentence.isEmpty());
                });
        controls.forEach(
                (field, control) ->
                        control.pseudoClassStateChanged(WRONG, byField.containsKey(field)));
        byField.keySet().stream()
                .map(controls::get)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .ifPresent(Control::requestFocus);
    }

    private void add(String field, String key, Control control) {
        Label name = new Label();
        name.textProperty().bind(language.of(key));
        name.getStyleClass().add("field-name");
        name.setLabelFor(control);
        control.accessibleTextProperty().bind(language.of(key));
        Label error = new Label();
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        error.setManaged(false);
        errors.put(field, error);
        controls.put(field, control);
        VBox box = new VBox(name, control, error);
        box.getStyleClass().add("field");
        getChildren().add(box);
    }
}
