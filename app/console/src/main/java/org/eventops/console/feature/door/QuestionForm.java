package org.eventops.console.feature.door;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Controls;
import org.eventops.domain.door.OpenQuestion;
import org.eventops.domain.ticketing.Question;

/** The open questions with a fitting field for each; one yes/no question needs one touch. */
final class QuestionForm extends VBox {
    private final Language language;
    private final DecisionTexts words;
    private final Map<String, String> given = new HashMap<>();
    private final Consumer<Map<String, String>> done;
    private final boolean single;

    QuestionForm(
            Language language, List<OpenQuestion> questions, Consumer<Map<String, String>> done) {
        this.language = language;
        this.words = new DecisionTexts(language.texts());
        this.done = done;
        this.single = questions.size() == 1;
        getStyleClass().add("questions");
        questions.forEach(this::add);
        Button send = new Button(language.get("door.screen.answer"));
        send.setId("answer");
        send.getStyleClass().add("verdict-button");
        send.setOnAction(event -> done.accept(Map.copyOf(given)));
        getChildren().add(send);
    }

    private void add(OpenQuestion open) {
        Question question = open.question();
        Label label = new Label(question.label() + (open.required() ? " *" : ""));
        label.getStyleClass().add("question");
        label.setWrapText(true);
        getChildren().add(label);
        String before = open.given();
        if (before != null) {
            given.put(question.key(), before);
        }
        switch (question.type()) {
            case BOOLEAN -> yesNo(question);
            case CHOICE -> choice(question);
            case MULTI -> several(question);
            default -> text(question, Objects.requireNonNullElse(before, ""));
        }
        var problem = open.problem();
        if (problem != null) {
            Label wrong = new Label(words.problem(problem, question.choices()));
            wrong.getStyleClass().add("question-problem");
            getChildren().add(wrong);
        }
    }

    private void yesNo(Question question) {
        Button yes = new Button(language.get("door.screen.yes"));
        yes.setId("yes-" + question.key());
        Button no = new Button(language.get("door.screen.no"));
        no.setId("no-" + question.key());
        yes.setOnAction(event -> chosen(question, "true", yes, no));
        no.setOnAction(event -> chosen(question, "false", no, yes));
        getChildren().add(Controls.actions(yes, no));
    }

    private void chosen(Question question, String value, Button on, Button off) {
        given.put(question.key(), value);
        off.getStyleClass().remove("chosen");
        on.getStyleClass().add("chosen");
        if (single) {
            done.accept(Map.copyOf(given));
        }
    }

    private void choice(Question question) {
        ToggleGroup group = new ToggleGroup();
        FlowPane pane = Controls.actions();
        for (String each : question.choices()) {
            ToggleButton button = new ToggleButton(each);
            button.setToggleGroup(group);
            button.setOnAction(event -> given.put(question.key(), each));
            pane.getChildren().add(button);
        }
        getChildren().add(pane);
    }

    private void several(Question question) {
        FlowPane pane = Controls.actions();
        List<CheckBox> boxes = question.choices().stream().map(CheckBox::new).toList();
        for (CheckBox box : boxes) {
            box.setOnAction(
                    event ->
                            given.put(
                                    question.key(),
                                    String.join(
                                            ", ",
                                            boxes.stream()
                                                    .filter(CheckBox::isSelected)
                                                    .map(CheckBox::getText)
                                                    .toList())));
            pane.getChildren().add(box);
        }
        getChildren().add(pane);
    }

    private void text(Question question, String before) {
        TextField field = new TextField(before);
        field.setId("question-" + question.key());
        field.textProperty()
                .addListener((property, was, now) -> given.put(question.key(), now.strip()));
        field.setOnAction(event -> done.accept(Map.copyOf(given)));
        getChildren().add(field);
    }
}
