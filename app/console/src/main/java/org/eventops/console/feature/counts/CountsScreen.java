package org.eventops.console.feature.counts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.Screen;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.EmptyState;
import org.eventops.console.ui.FileSaving;
import org.eventops.console.ui.LiveCell;
import org.eventops.console.ui.PageHeader;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.exchange.Exporter;
import org.eventops.domain.exchange.Exporter.TableFormat;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;

/** Live counts: how many have come, where and how fast. */
public final class CountsScreen implements Screen {
    public static final String KEY = "app.screen.counts";

    private static final Duration PULSE = Duration.millis(250);

    private final ScreenContext context;
    private final Language language;
    private final CountsViewModel model;
    private final Exporter exporter;
    private final EntriesCard entries;
    private final CountTables tables;
    private final Timeline pulse = new Timeline();

    public CountsScreen(ScreenContext context, CountsViewModel model, Exporter exporter) {
        this.context = context;
        this.language = context.language();
        this.model = model;
        this.exporter = exporter;
        this.entries = new EntriesCard(language, model);
        this.tables = new CountTables(language, model);
        pulse.getKeyFrames().add(new KeyFrame(PULSE, event -> model.pulse()));
        pulse.setCycleCount(Animation.INDEFINITE);
    }

    @Override
    public String titleKey() {
        return KEY;
    }

    @Override
    public Ikon icon() {
        return Material2AL.INSERT_CHART_OUTLINED;
    }

    @Override
    public void attach() {
        model.attach();
        pulse.play();
    }

    @Override
    public void detach() {
        pulse.stop();
        model.detach();
    }

    @Override
    public Map<String, Runnable> states() {
        Map<String, Runnable> states = new LinkedHashMap<>();
        states.put("table", () -> entries.showTable(true));
        states.put("gates", () -> tables.open(1));
        states.put("lists", () -> tables.open(2));
        states.put(
                "refused",
                () -> {
                    entries.showTable(false);
                    tables.open(3);
                });
        return states;
    }

    @Override
    public Node node() {
        HBox body = new HBox(entries.node(), tables.node());
        body.getStyleClass().add("counts-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox counted = new VBox(header(), tools(), new CountFigures(language, model).node(), body);
        counted.getStyleClass().add("page");
        StackPane made = new StackPane(counted);
        model.stateProperty().addListener((property, before, now) -> show(made, counted));
        show(made, counted);
        return made;
    }

    /** What to do next is made when there is nothing else to show. */
    private void show(StackPane made, Node counted) {
        switch (model.stateProperty().get()) {
            case NO_EVENT ->
                    made.getChildren()
                            .setAll(empty("counts.none", "counts.none.open", "app.screen.events"));
            case NO_LISTS ->
                    made.getChildren()
                            .setAll(
                                    empty(
                                            "counts.nolists",
                                            "counts.nolists.open",
                                            "app.screen.event"));
            default -> made.getChildren().setAll(counted);
        }
    }

    private Node empty(String key, String buttonKey, String screen) {
        Button go = new Button();
        go.textProperty().bind(language.of(buttonKey));
        go.getStyleClass().add("accent");
        go.setOnAction(event -> context.navigation().open(screen));
        return new EmptyState(language, Material2AL.INSERT_CHART_OUTLINED, key, key + ".line", go);
    }

    private Node header() {
        return new PageHeader(
                language.of(KEY), new SinceLine(language, model).property(), export());
    }

    private Node tools() {
        ComboBox<Optional<String>> lists = new ComboBox<>();
        lists.setId("counts-list");
        lists.accessibleTextProperty().bind(language.of("counts.list"));
        LiveCell.install(
                lists, language, each -> each.orElseGet(() -> language.get("counts.list.all")));
        model.lists().subscribe(() -> fill(lists));
        model.listProperty().addListener((property, before, now) -> lists.setValue(now));
        fill(lists);
        lists.valueProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now != null) {
                                model.choose(now);
                            }
                        });
        HBox tools = new HBox(lists);
        tools.getStyleClass().add("tools");
        return tools;
    }

    private void fill(ComboBox<Optional<String>> lists) {
        List<Optional<String>> choices = new ArrayList<>();
        choices.add(Optional.empty());
        model.lists().stream().map(Optional::of).forEach(choices::add);
        Optional<String> chosen = model.listProperty().get();
        lists.getItems().setAll(choices);
        lists.setValue(chosen);
    }

    private MenuButton export() {
        MenuButton button = new MenuButton();
        button.textProperty().bind(language.of("exchange.export"));
        button.getItems()
                .setAll(
                        List.of(
                                item("counts.export.csv", "csv", TableFormat.CSV),
                                item("counts.export.xlsx", "xlsx", TableFormat.XLSX)));
        return button;
    }

    private MenuItem item(String key, String ending, TableFormat format) {
        FileSaving saving = new FileSaving(context);
        MenuItem item = new MenuItem();
        item.textProperty().bind(language.of(key));
        item.setOnAction(
                event ->
                        context.current()
                                .get()
                                .map(EventRow::slug)
                                .ifPresent(
                                        slug ->
                                                saving.choose(
                                                        FileSaving.owner(item),
                                                        language.get("counts.export.file", slug)
                                                                + "."
                                                                + ending,
                                                        document(slug, format))));
        return item;
    }

    private FileSaving.Document document(String slug, TableFormat format) {
        Optional<String> list = model.listProperty().get();
        return out -> exporter.counts(slug, list, format, out);
    }
}
