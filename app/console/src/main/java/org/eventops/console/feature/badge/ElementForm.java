package org.eventops.console.feature.badge;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.LiveCell;
import org.eventops.console.ui.Presence;
import org.eventops.domain.badge.BadgeContent;
import org.eventops.domain.badge.BadgeElement;
import org.eventops.domain.badge.BadgeLayout;
import org.eventops.domain.badge.Box;
import org.eventops.domain.badge.TextStyle;

/** Place, size and type of the selected element as numbers. */
final class ElementForm extends VBox {
    private final Language language;
    private final BadgeLayoutViewModel model;
    private final NumberField x;
    private final NumberField y;
    private final NumberField width;
    private final NumberField height;
    private final NumberField points;
    private final CheckBox bold = new CheckBox();
    private final ComboBox<TextStyle.Align> align = new ComboBox<>();
    private final TextField words = new TextField();
    private final Node wordsField;
    private final VBox written = new VBox();
    private boolean filling;

    ElementForm(Language language, BadgeLayoutViewModel model) {
        this.language = language;
        this.model = model;
        this.x = length("badge.element.x", 0, (box, to) -> place(box, to, box.y()));
        this.y = length("badge.element.y", 0, (box, to) -> place(box, box.x(), to));
        this.width =
                length(
                        "badge.element.width",
                        Box.SMALLEST,
                        (box, to) -> size(box, to, box.height()));
        this.height =
                length(
                        "badge.element.height",
                        Box.SMALLEST,
                        (box, to) -> size(box, box.width(), to));
        this.points =
                new NumberField(
                        language,
                        "badge.element.points",
                        TextStyle.SMALLEST,
                        TextStyle.LARGEST,
                        to -> style(old -> new TextStyle((int) to, old.bold(), old.align())));
        this.wordsField = words();
        type();
        getStyleClass().add("badge-form");
        getChildren().addAll(wordsField, row(x, y), row(width, height), written);
        model.selectedProperty().addListener((property, before, now) -> fill());
        model.layoutProperty().addListener((property, before, now) -> fill());
        language.textsProperty().addListener((property, before, now) -> fill());
        fill();
    }

    /** Where a length leads. */
    private interface Change {
        Box of(Box box, double to);
    }

    private NumberField length(String key, double least, Change change) {
        return new NumberField(
                language,
                key,
                least,
                BadgeLayout.LONGEST,
                to -> model.changeSelected(each -> each.in(change.of(each.box(), to))));
    }

    private static Box place(Box box, double toX, double toY) {
        return new Box(toX, toY, box.width(), box.height());
    }

    private static Box size(Box box, double wide, double high) {
        return new Box(box.x(), box.y(), wide, high);
    }

    private void style(UnaryOperator<TextStyle> how) {
        if (!filling) {
            model.changeSelected(each -> each.in(how.apply(each.style())));
        }
    }

    private void type() {
        bold.setId("badge-element-bold");
        bold.textProperty().bind(language.of("badge.element.bold"));
        bold.setOnAction(
                event -> style(old -> new TextStyle(old.points(), bold.isSelected(), old.align())));
        align.setId("badge-element-align");
        align.getItems().setAll(TextStyle.Align.values());
        align.setValue(TextStyle.Align.LEFT);
        align.setMaxWidth(Double.MAX_VALUE);
        align.accessibleTextProperty().bind(language.of("badge.element.align"));
        LiveCell.install(align, language, each -> language.get("badge.align." + each.name()));
        align.setOnAction(
                event -> style(old -> new TextStyle(old.points(), old.bold(), align.getValue())));
        written.getStyleClass().add("badge-form");
        written.getChildren().addAll(row(points, named("badge.element.align", align)), bold);
    }

    private Node words() {
        words.setId("badge-element-text");
        words.accessibleTextProperty().bind(language.of("badge.element.text"));
        words.setOnAction(event -> takeWords());
        words.focusedProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!now) {
                                takeWords();
                            }
                        });
        return named("badge.element.text", words);
    }

    private void takeWords() {
        String text = words.getText().replaceAll("[\\p{Cntrl}\\p{Cs}]", " ");
        String shortened = text.substring(0, Math.min(text.length(), BadgeElement.LONGEST_TEXT));
        if (!filling) {
            model.changeSelected(
                    each -> each.content() == BadgeContent.TEXT ? each.saying(shortened) : each);
        }
    }

    private VBox named(String key, Node control) {
        Label name = new Label();
        name.textProperty().bind(language.of(key));
        name.getStyleClass().add("field-name");
        name.setLabelFor(control);
        VBox box = new VBox(name, control);
        box.getStyleClass().add("field");
        return box;
    }

    private static HBox row(Node left, Node right) {
        HBox row = new HBox(left, right);
        List.of(left, right).forEach(each -> HBox.setHgrow(each, Priority.ALWAYS));
        row.getStyleClass().add("actions");
        return row;
    }

    private void fill() {
        Optional<BadgeElement> element = model.selectedElement();
        setVisible(element.isPresent());
        setManaged(element.isPresent());
        element.ifPresent(this::fill);
    }

    private void fill(BadgeElement element) {
        filling = true;
        x.show(element.box().x());
        y.show(element.box().y());
        width.show(element.box().width());
        height.show(element.box().height());
        points.show(element.style().points());
        bold.setSelected(element.style().bold());
        align.setValue(element.style().align());
        boolean free = element.content() == BadgeContent.TEXT;
        if (!words.getText().equals(element.text())) {
            words.setText(element.text());
        }
        Presence.set(wordsField, free);
        Presence.set(written, element.content().isWritten());
        filling = false;
    }
}
