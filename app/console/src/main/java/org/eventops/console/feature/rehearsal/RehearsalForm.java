package org.eventops.console.feature.rehearsal;

import java.io.File;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.FormPanel;
import org.eventops.console.ui.LiveCell;

/** What is asked before a rehearsal, with what is wrong below each field. */
final class RehearsalForm {
    private final Language language;
    private final RehearsalViewModel model;
    private final FormPanel form;
    private final Map<Field, TextField> numbers = new EnumMap<>(Field.class);

    RehearsalForm(Language language, RehearsalViewModel model) {
        this.language = language;
        this.model = model;
        form = FormPanel.live(language, "rehearsal.form", "rehearsal.form.line");
        curve();
        file();
        list();
        pair(Field.ARRIVALS, Field.MINUTES);
        pair(Field.LANES, Field.HANDLING);
        number(Field.TARGET);
        minutesHint();
        run();
        InvalidationListener shown = any -> problems();
        model.problemsProperty().addListener(shown);
        language.textsProperty().addListener(shown);
    }

    Node node() {
        return form;
    }

    private void curve() {
        ComboBox<CurveOption> box =
                form.choice(
                        Field.CURVE.name(),
                        "rehearsal.field.curve",
                        List.of(),
                        model.input().curveProperty().get(),
                        this::word);
        box.setId("rehearsal-curve");
        LiveCell.install(box, language, this::word);
        box.getItems().setAll(model.curves());
        model.curves()
                .addListener(
                        (ListChangeListener<CurveOption>)
                                change -> {
                                    CurveOption chosen = model.input().curveProperty().get();
                                    box.getItems().setAll(model.curves());
                                    box.setValue(chosen);
                                });
        model.input().curveProperty().addListener((property, before, now) -> box.setValue(now));
        box.setOnAction(
                event -> {
                    CurveOption chosen = box.getValue();
                    if (chosen != null && model.curves().contains(chosen)) {
                        model.input().curveProperty().set(chosen);
                    }
                });
    }

    private String word(CurveOption option) {
        return switch (option) {
            case CurveOption.Shape shape -> language.get("rehearsal.curve." + shape.curve());
            case CurveOption.Earlier earlier ->
                    language.get("rehearsal.curve.earlier", earlier.name());
            case CurveOption.FromFile file -> language.get("rehearsal.curve.file");
        };
    }

    private void file() {
        Button choose = new Button();
        choose.setId("rehearsal-file");
        choose.textProperty().bind(language.of("rehearsal.file.choose"));
        choose.setOnAction(event -> choose(choose));
        Label name = new Label();
        name.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        model.input()
                                                .fileProperty()
                                                .get()
                                                .map(each -> String.valueOf(each.getFileName()))
                                                .orElse(""),
                                model.input().fileProperty()));
        HBox row = new HBox(choose, name);
        row.getStyleClass().add("actions");
        Label hint = hint("rehearsal.file.hint");
        VBox box = new VBox(row, hint);
        box.getStyleClass().add("field");
        box.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        model.input().curveProperty().get()
                                                instanceof CurveOption.FromFile,
                                model.input().curveProperty()));
        box.managedProperty().bind(box.visibleProperty());
        form.getChildren().add(box);
    }

    private void choose(Node owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(language.get("rehearsal.file.choose").replace("_", ""));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(
                                language.get("rehearsal.file.kind"),
                                List.of("*.csv", "*.txt", "*.tsv")));
        File chosen = chooser.showOpenDialog(owner.getScene().getWindow());
        if (chosen != null) {
            model.input().fileProperty().set(Optional.of(chosen.toPath()));
        }
    }

    private void list() {
        ComboBox<String> box =
                form.choice(Field.LIST.name(), "rehearsal.field.list", List.of(), "", each -> each);
        box.setItems(model.lists());
        model.input()
                .listProperty()
                .addListener((property, before, now) -> box.setValue(now.orElse(null)));
        box.setOnAction(
                event ->
                        Optional.ofNullable(box.getValue())
                                .filter(model.lists()::contains)
                                .ifPresent(
                                        each ->
                                                model.input()
                                                        .listProperty()
                                                        .set(Optional.of(each))));
        box.getParent().visibleProperty().bind(Bindings.size(model.lists()).isNotEqualTo(1));
        box.getParent().managedProperty().bind(box.getParent().visibleProperty());
    }

    private void pair(Field left, Field right) {
        Node one = number(left).getParent();
        Node other = number(right).getParent();
        HBox row = new HBox(one, other);
        row.getStyleClass().add("actions");
        HBox.setHgrow(one, Priority.ALWAYS);
        HBox.setHgrow(other, Priority.ALWAYS);
        form.getChildren().add(row);
    }

    private TextField number(Field field) {
        String word = field.name().toLowerCase(java.util.Locale.ROOT);
        TextField input = form.text(field.name(), "rehearsal.field." + word, null);
        input.setId("rehearsal-" + word);
        input.textProperty().bindBidirectional(model.input().number(field));
        numbers.put(field, input);
        return input;
    }

    private void minutesHint() {
        TextField minutes = numbers.get(Field.MINUTES);
        if (minutes != null) {
            minutes.promptTextProperty().bind(language.of("rehearsal.minutes.own"));
        }
    }

    private Label hint(String key) {
        Label hint = new Label();
        hint.textProperty().bind(language.of(key));
        hint.setWrapText(true);
        hint.getStyleClass().add("muted");
        return hint;
    }

    private void run() {
        Button run = new Button();
        run.setId("rehearsal-run");
        run.textProperty().bind(language.of("rehearsal.run"));
        run.setMnemonicParsing(true);
        run.getStyleClass().add("accent");
        run.setDefaultButton(true);
        run.setMaxWidth(Double.MAX_VALUE);
        run.disableProperty().bind(model.busyProperty());
        run.setOnAction(event -> model.run());
        form.getChildren().add(run);
    }

    private void problems() {
        Map<String, String> sentences = new LinkedHashMap<>();
        model.problemsProperty()
                .get()
                .forEach((field, problem) -> sentences.put(field.name(), problem.in(language)));
        form.problems(sentences);
    }
}
