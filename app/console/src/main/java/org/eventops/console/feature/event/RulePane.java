package org.eventops.console.feature.event;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.eventops.console.shell.Language;
import org.eventops.domain.door.Gate;
import org.eventops.domain.door.rule.CommonRule;
import org.eventops.domain.door.rule.Rule;
import org.eventops.domain.door.rule.RuleNames;
import org.jspecify.annotations.Nullable;

/** A list's rule: as a sentence, built from the common conditions, and as JSON for the rest. */
final class RulePane extends VBox {
    /** The conditions that can be added without JSON. */
    private enum Kind {
        PRODUCTS,
        GATES,
        ENTRIES,
        ADMISSION,
        FROM,
        UNTIL
    }

    private final Language language;
    private final EventPageViewModel model;
    private final RuleWords rules;
    private final Label sentence = new Label();
    private final Label problem = new Label();
    private final TextArea json = new TextArea();
    private final ComboBox<Kind> kind = new ComboBox<>();
    private final TextField value = new TextField();

    RulePane(Language language, EventPageViewModel model, RuleWords rules, @Nullable String rule) {
        this.language = language;
        this.model = model;
        this.rules = rules;
        getStyleClass().add("field");
        sentence.setWrapText(true);
        problem.setWrapText(true);
        problem.getStyleClass().add("field-error");
        json.setWrapText(true);
        json.setPrefRowCount(4);
        json.setText(rule == null ? "" : rule);
        json.setAccessibleText(language.get("event.rule.json"));
        json.textProperty().addListener((property, before, now) -> show());
        getChildren()
                .addAll(head("event.lists.rule"), sentence, builder(), head("event.rule.json"));
        getChildren().addAll(json, problem);
        show();
    }

    private Label head(String key) {
        Label label = new Label(language.get(key));
        label.getStyleClass().add("field-name");
        return label;
    }

    private VBox builder() {
        kind.getItems().setAll(Kind.values());
        kind.setMaxWidth(Double.MAX_VALUE);
        kind.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Kind each) {
                        return each == null ? "" : language.get("event.rule.kind." + each.name());
                    }

                    @Override
                    public @Nullable Kind fromString(String text) {
                        return null;
                    }
                });
        kind.setValue(Kind.ENTRIES);
        kind.valueProperty().addListener((property, before, now) -> hint());
        hint();
        Button add = new Button(language.get("event.rule.add"));
        add.setOnAction(event -> add());
        value.setOnAction(event -> add());
        VBox box = new VBox(kind, value, add);
        box.getStyleClass().add("field");
        return box;
    }

    private void hint() {
        value.setPromptText(language.get("event.rule.hint." + kind.getValue().name()));
    }

    private void add() {
        Optional<CommonRule> rule = condition(value.getText().strip());
        if (rule.isEmpty()) {
            tell(language.get("event.rule.wrong", value.getPromptText()));
            value.requestFocus();
            return;
        }
        json.setText(rule.get().andAlso(json.getText()));
        value.clear();
    }

    private Optional<CommonRule> condition(String text) {
        try {
            return Optional.of(
                    switch (kind.getValue()) {
                        case PRODUCTS -> new CommonRule.Products(keys(text));
                        case GATES -> new CommonRule.Gates(keys(text));
                        case ENTRIES -> new CommonRule.EntriesADay(Integer.parseInt(text));
                        case ADMISSION ->
                                new CommonRule.FromAdmission(
                                        text.isEmpty() ? 0 : Integer.parseInt(text));
                        case FROM -> new CommonRule.From(LocalTime.parse(text));
                        case UNTIL -> new CommonRule.Until(LocalTime.parse(text));
                    });
        } catch (NumberFormatException | DateTimeException e) {
            // What was typed is no number or time: said beside the field.
            return Optional.empty();
        }
    }

    private static List<String> keys(String text) {
        List<String> keys =
                Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(k -> !k.isEmpty())
                        .toList();
        if (keys.isEmpty()) {
            throw new NumberFormatException("no key");
        }
        return keys;
    }

    private void show() {
        String rule = json();
        if (rule == null) {
            sentence.setText(language.get("event.lists.noRule"));
            tell("");
            return;
        }
        sentence.setText(rules.say(rule, names(), zone()));
        tell(understood() ? "" : language.get("event.rule.refuses"));
    }

    private void tell(String text) {
        problem.setText(text);
        problem.setVisible(!text.isEmpty());
        problem.setManaged(!text.isEmpty());
    }

    private RuleNames names() {
        return model.pageProperty()
                .get()
                .map(
                        page ->
                                new RuleNames(
                                        page.products().stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                row -> row.product().key(),
                                                                row -> row.product().name())),
                                        page.gates().stream()
                                                .collect(Collectors.toMap(Gate::key, Gate::name))))
                .orElse(new RuleNames(Map.of(), Map.of()));
    }

    private ZoneId zone() {
        return model.pageProperty()
                .get()
                .<ZoneId>map(page -> page.event().zone())
                .orElse(ZoneOffset.UTC);
    }

    /** The rule as it is written; absent for none. */
    @Nullable String json() {
        String text = json.getText().strip();
        return text.isEmpty() || text.equals("{}") ? null : text;
    }

    /** Whether the door could follow it; one that it cannot is not saved from here. */
    boolean understood() {
        String rule = json();
        return rule == null || Rule.read(rule).problems().isEmpty();
    }
}
