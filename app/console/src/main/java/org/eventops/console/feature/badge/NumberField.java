package org.eventops.console.feature.badge;

import java.text.NumberFormat;
import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;

/** A number with its name above; taken with Enter, on leaving, and with the arrows up and down. */
final class NumberField extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Language language;
    private final double least;
    private final double most;
    private final DoubleConsumer taken;
    private final TextField input = new TextField();
    private final Label error = new Label();
    private double shown;

    /**
     * @param key of its name
     * @param taken told each number from {@code least} to {@code most} that a person sets
     */
    NumberField(Language language, String key, double least, double most, DoubleConsumer taken) {
        this.language = language;
        this.least = least;
        this.most = most;
        this.taken = taken;
        this.shown = least;
        Label name = new Label();
        name.textProperty().bind(language.of(key));
        name.getStyleClass().add("field-name");
        name.setLabelFor(input);
        input.setId(key.replace('.', '-'));
        input.accessibleTextProperty().bind(language.of(key));
        input.setPrefColumnCount(5);
        input.setOnAction(event -> take());
        input.focusedProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!now) {
                                take();
                            }
                        });
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        wrong(false);
        getStyleClass().add("field");
        getChildren().addAll(name, input, error);
    }

    void show(double value) {
        shown = value;
        input.setText(written(value));
        wrong(false);
    }

    private String written(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(1);
        format.setGroupingUsed(false);
        return format.format(value);
    }

    private void pressed(KeyEvent event) {
        double step = event.getCode() == KeyCode.UP ? 1 : event.getCode() == KeyCode.DOWN ? -1 : 0;
        if (step != 0) {
            give(Math.clamp(shown + step, least, most));
            event.consume();
        }
    }

    private void take() {
        if (input.getText().equals(written(shown))) {
            wrong(false);
            return;
        }
        try {
            double value = Double.parseDouble(input.getText().strip().replace(',', '.'));
            if (value >= least && value <= most) {
                give(value);
                return;
            }
        } catch (NumberFormatException e) {
            // said below the field, as any number out of range
        }
        wrong(true);
    }

    private void give(double value) {
        show(value);
        taken.accept(value);
    }

    private void wrong(boolean isWrong) {
        input.pseudoClassStateChanged(WRONG, isWrong);
        error.setText(
                isWrong ? language.get("badge.number.wrong", written(least), written(most)) : "");
        error.setManaged(isWrong);
        error.setVisible(isWrong);
    }
}
