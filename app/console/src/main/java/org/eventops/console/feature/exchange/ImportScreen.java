package org.eventops.console.feature.exchange;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.Screen;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.EmptyState;
import org.eventops.console.ui.PageHeader;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.exchange.AttendeeField;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;

/** Brings a file in: drop it, look at what it is, try it, read it. */
public final class ImportScreen implements Screen {
    public static final String KEY = "app.screen.import";

    private final ScreenContext context;
    private final Language language;
    private final ImportViewModel model;
    private final VBox below = new VBox();

    public ImportScreen(ScreenContext context, ImportViewModel model) {
        this.context = context;
        this.language = context.language();
        this.model = model;
    }

    @Override
    public String titleKey() {
        return KEY;
    }

    @Override
    public Ikon icon() {
        return Material2AL.CLOUD_UPLOAD;
    }

    @Override
    public void attach() {
        // waits for a file
    }

    @Override
    public void detach() {
        // an import goes on; its end is shown when one comes back
    }

    /** A file that was dropped anywhere on the window. */
    public void take(Path file) {
        context.navigation().open(KEY);
        model.look(file);
    }

    @Override
    public Node node() {
        below.getStyleClass().add("stack");
        model.lookedProperty().addListener((property, before, now) -> show());
        model.doneProperty().addListener((property, before, now) -> show());
        model.unreadableProperty().addListener((property, before, now) -> show());
        language.textsProperty().addListener((property, before, now) -> show());
        context.current().property().addListener((property, before, now) -> show());
        VBox made =
                new VBox(
                        new PageHeader(language.of(KEY), language.of("exchange.import.line")),
                        drop(),
                        progress(),
                        below);
        made.getStyleClass().add("page");
        ScrollPane scroll = new ScrollPane(made);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bare");
        return scroll;
    }

    private Node drop() {
        Button choose = new Button();
        choose.textProperty().bind(language.of("exchange.import.choose"));
        choose.getStyleClass().add("accent");
        choose.disableProperty().bind(model.busyProperty());
        choose.setOnAction(event -> choose(choose));
        StackPane zone =
                new StackPane(
                        new EmptyState(
                                language,
                                Material2AL.CLOUD_UPLOAD,
                                "exchange.import.drop",
                                "exchange.import.drop.line",
                                choose));
        zone.getStyleClass().addAll("card", "drop-zone");
        return zone;
    }

    private void choose(Node owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(language.get("exchange.import.choose"));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(
                                language.get("exchange.import.files"),
                                List.of("*.json", "*.csv", "*.txt", "*.tsv", "*.xlsx")),
                        new FileChooser.ExtensionFilter(
                                language.get("exchange.import.allFiles"), List.of("*.*")));
        File chosen = chooser.showOpenDialog(owner.getScene().getWindow());
        if (chosen != null) {
            model.look(chosen.toPath());
        }
    }

    private Node progress() {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.progressProperty());
        bar.setPrefWidth(320);
        bar.accessibleTextProperty().bind(language.of("exchange.import.running"));
        Label left = new Label();
        left.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::timeLeft,
                                model.secondsLeftProperty(),
                                language.textsProperty()));
        Button cancel = new Button();
        cancel.textProperty().bind(language.of("app.cancel"));
        cancel.setOnAction(event -> model.cancel());
        HBox row = new HBox(bar, left, cancel);
        row.getStyleClass().add("tools");
        row.visibleProperty().bind(model.busyProperty());
        row.managedProperty().bind(model.busyProperty());
        return row;
    }

    private String timeLeft() {
        long seconds = model.secondsLeftProperty().get();
        return seconds < 0
                ? language.get("exchange.import.running")
                : language.get("exchange.import.left", seconds);
    }

    private void show() {
        below.getChildren().clear();
        model.unreadableProperty().get().ifPresent(file -> below.getChildren().add(wrong(file)));
        model.lookedProperty().get().ifPresent(each -> below.getChildren().add(looked(each)));
        model.doneProperty()
                .get()
                .ifPresent(
                        each ->
                                below.getChildren()
                                        .addFirst(new ImportReportCard(language, each).node()));
    }

    private Node wrong(Path file) {
        Label label = new Label(language.get("exchange.import.unreadable", file.getFileName()));
        label.setWrapText(true);
        label.getStyleClass().addAll("card", "card-bad");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private Node looked(ImportViewModel.Looked file) {
        Label name = new Label(String.valueOf(file.file().getFileName()));
        name.getStyleClass().add("card-title");
        Label kind = new Label(language.get("exchange.import.kind." + file.preview().format()));
        VBox card = new VBox(name, kind);
        card.getStyleClass().add("card");
        if (file.isList()) {
            card.getChildren().addAll(target(), mapping(file));
        }
        Button tried = new Button(language.get("exchange.import.try"));
        tried.setOnAction(event -> model.run(true));
        Button read = new Button(language.get("exchange.import.read"));
        read.getStyleClass().add("accent");
        read.setOnAction(event -> model.run(false));
        HBox actions = new HBox(read, tried);
        actions.getStyleClass().add("actions");
        actions.disableProperty().bind(model.busyProperty());
        card.getChildren().add(actions);
        return card;
    }

    private Label target() {
        Label into =
                new Label(
                        context.current()
                                .get()
                                .map(EventRow::name)
                                .map(each -> language.get("exchange.import.into", each))
                                .orElseGet(() -> language.get("exchange.import.into.none")));
        into.setWrapText(true);
        return into;
    }

    private Node mapping(ImportViewModel.Looked file) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        Label head = new Label(language.get("exchange.import.mapping"));
        head.getStyleClass().add("field-name");
        grid.add(head, 0, 0, 4, 1);
        int cell = 0;
        for (AttendeeField field : AttendeeField.values()) {
            Label name = new Label(language.get("exchange.field." + field.name()));
            ComboBox<String> box = columns(file, field);
            name.setLabelFor(box);
            grid.add(name, cell % 2 * 2, 1 + cell / 2);
            grid.add(box, cell % 2 * 2 + 1, 1 + cell / 2);
            cell++;
        }
        return grid;
    }

    private ComboBox<String> columns(ImportViewModel.Looked file, AttendeeField field) {
        List<String> choices = new ArrayList<>();
        choices.add("");
        choices.addAll(file.preview().headers());
        ComboBox<String> box = new ComboBox<>();
        box.getItems().setAll(choices);
        box.setValue(Optional.ofNullable(model.mapping().get(field)).orElse(""));
        box.setPrefWidth(260);
        box.setAccessibleText(language.get("exchange.field." + field.name()));
        box.valueProperty()
                .addListener((property, before, now) -> model.map(field, now == null ? "" : now));
        return box;
    }
}
