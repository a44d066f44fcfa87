package org.eventops.console.feature.badge;

import java.io.File;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.Columns;
import org.eventops.console.ui.EmptyState;
import org.eventops.console.ui.Formats;
import org.eventops.console.ui.LiveCell;
import org.eventops.console.ui.StatusChip;
import org.eventops.domain.badge.BadgeFace;
import org.eventops.domain.badge.BadgeOutput;
import org.eventops.domain.badge.BadgePrint;
import org.eventops.domain.badge.PrintProblem;
import org.eventops.domain.badge.PrintedBadge;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Where badges come out, and what became of each. */
final class PrintPane extends BorderPane {
    private final ScreenContext context;
    private final Language language;
    private final BadgePrintViewModel model;
    private final Runnable testPage;
    private final ComboBox<BadgeOutput> output = new ComboBox<>();
    private boolean filling;

    PrintPane(ScreenContext context, BadgePrintViewModel model, Runnable testPage) {
        this.context = context;
        this.language = context.language();
        this.model = model;
        this.testPage = testPage;
        setCenter(table());
        setRight(side());
        getStyleClass().add("section");
        model.outputProperty().addListener((property, before, now) -> outputs());
        model.printers().addListener((ListChangeListener<String>) change -> outputs());
        outputs();
    }

    private Node table() {
        TableView<PrintedBadge> table = new TableView<>(model.printed());
        table.setId("badge-printed");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(
                        List.of(
                                Columns.text(language, "badge.column.name", 160, this::name),
                                Columns.drawn(
                                        language,
                                        "badge.column.state",
                                        125,
                                        each -> each.print().state(),
                                        (cell, state) -> cell.setGraphic(chip(state))),
                                Columns.drawn(
                                        language,
                                        "badge.column.at",
                                        115,
                                        this::at,
                                        PrintPane::explain),
                                Columns.drawn(
                                        language,
                                        "badge.column.again",
                                        100,
                                        each -> each,
                                        (cell, each) -> cell.setGraphic(again(each))),
                                Columns.drawn(
                                        language,
                                        "badge.column.problem",
                                        160,
                                        this::problem,
                                        PrintPane::explain)));
        table.setPlaceholder(
                new EmptyState(
                        language, Material2AL.ASSIGNMENT_IND, "badge.none", "badge.none.line"));
        return table;
    }

    private String name(PrintedBadge each) {
        BadgeFace face = each.face();
        return face == null ? language.get("badge.gone") : face.name();
    }

    private StatusChip chip(BadgePrint.State state) {
        return new StatusChip(language.get("badge.state." + state.name()), state);
    }

    private String at(PrintedBadge each) {
        ZoneId zone = context.current().get().map(row -> row.zone()).orElse(ZoneOffset.UTC);
        return Formats.brief(each.print().at(), zone, language.locale());
    }

    private String problem(PrintedBadge each) {
        BadgePrint.End end = each.print().end();
        if (end == null) {
            return language.get("badge.maybe");
        }
        PrintProblem problem = end.problem();
        return problem == null
                ? ""
                : language.get("badge.problem." + problem.kind().name(), problem.detail());
    }

    /** In two lines; the whole sentence on pointing at it. */
    private static void explain(TableCell<PrintedBadge, String> cell, String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.getStyleClass().add("badge-problem");
        label.setTooltip(sentence.isEmpty() ? null : new Tooltip(sentence));
        cell.setGraphic(label);
    }

    private Button again(PrintedBadge each) {
        Button button = new Button(language.get("badge.again.row"));
        button.getStyleClass().add("badge-again");
        button.setDisable(each.face() == null);
        button.setOnAction(event -> model.again(each));
        return button;
    }

    private Node side() {
        VBox where = new VBox(title("badge.where"), printer(), folder(), none(), test());
        where.getStyleClass().addAll("card", "side");
        VBox when = new VBox(title("badge.when"), onAdmission(), new PersonSearch(language, model));
        when.getStyleClass().addAll("card", "side");
        VBox side = new VBox(where, when);
        side.getStyleClass().add("stack");
        ScrollPane scroll = new ScrollPane(side);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("bare", "side-scroll");
        return scroll;
    }

    private Label title(String key) {
        Label title = new Label();
        title.textProperty().bind(language.of(key));
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        return title;
    }

    private Node printer() {
        output.setId("badge-output");
        output.setMaxWidth(Double.MAX_VALUE);
        output.accessibleTextProperty().bind(language.of("badge.where"));
        LiveCell.install(output, language, this::word);
        output.setOnAction(
                event -> {
                    if (!filling && output.getValue() != null) {
                        model.choose(output.getValue());
                    }
                });
        return output;
    }

    private String word(BadgeOutput each) {
        return switch (each) {
            case BadgeOutput.None none -> language.get("badge.output.none");
            case BadgeOutput.Printer printer ->
                    model.printers().contains(printer.name())
                            ? printer.name()
                            : language.get("badge.output.away", printer.name());
            case BadgeOutput.Folder folder -> language.get("badge.output.folder", folder.path());
        };
    }

    private void outputs() {
        filling = true;
        List<BadgeOutput> all = new ArrayList<>();
        all.add(new BadgeOutput.None());
        model.printers().forEach(each -> all.add(new BadgeOutput.Printer(each)));
        BadgeOutput chosen = model.outputProperty().get();
        if (!all.contains(chosen)) {
            all.add(chosen);
        }
        output.getItems().setAll(all);
        output.setValue(chosen);
        filling = false;
    }

    private Node folder() {
        Button button = new Button();
        button.setId("badge-folder");
        button.textProperty().bind(language.of("badge.folder"));
        button.setGraphic(new FontIcon(Material2MZ.PICTURE_AS_PDF));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(
                event -> {
                    DirectoryChooser chooser = new DirectoryChooser();
                    chooser.setTitle(language.get("badge.folder"));
                    File chosen = chooser.showDialog(button.getScene().getWindow());
                    if (chosen != null) {
                        model.choose(new BadgeOutput.Folder(chosen.getPath()));
                    }
                });
        return button;
    }

    private Node none() {
        Label label = new Label();
        label.textProperty().bind(language.of("badge.printers.none"));
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        label.visibleProperty().bind(Bindings.isEmpty(model.printers()));
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private Node test() {
        Button button = new Button();
        button.setId("badge-test");
        button.textProperty().bind(language.of("badge.test"));
        button.setGraphic(new FontIcon(Material2MZ.PRINT));
        button.setMaxWidth(Double.MAX_VALUE);
        button.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> model.outputProperty().get() instanceof BadgeOutput.None,
                                model.outputProperty()));
        button.setOnAction(event -> testPage.run());
        return button;
    }

    private Node onAdmission() {
        CheckBox box = new CheckBox();
        box.setId("badge-on-admission");
        box.textProperty().bind(language.of("badge.onAdmission"));
        box.setWrapText(true);
        box.setSelected(model.onAdmissionProperty().get());
        model.onAdmissionProperty().addListener((property, before, now) -> box.setSelected(now));
        box.setOnAction(event -> model.printOnAdmission(box.isSelected()));
        return box;
    }
}
