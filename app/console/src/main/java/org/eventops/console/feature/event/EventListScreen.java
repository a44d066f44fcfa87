package org.eventops.console.feature.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.transformation.SortedList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eventops.console.services.DemoData;
import org.eventops.console.shell.EventFeed;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.Screen;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.Columns;
import org.eventops.console.ui.EmptyState;
import org.eventops.console.ui.Formats;
import org.eventops.console.ui.LiveCell;
import org.eventops.console.ui.PageHeader;
import org.eventops.console.ui.Presence;
import org.eventops.console.ui.StatusChip;
import org.eventops.console.ui.TableCopy;
import org.eventops.domain.change.Progress;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.event.EventStatus;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;

/** All events; the start of the window. */
public final class EventListScreen implements Screen {
    public static final String KEY = "app.screen.events";

    private static final String IMPORT = "app.screen.import";

    private final ScreenContext context;
    private final EventFeed feed;
    private final DemoData demo;
    private final EventListViewModel model;

    public EventListScreen(ScreenContext context, EventFeed feed, DemoData demo) {
        this.demo = demo;
        this.context = context;
        this.feed = feed;
        this.model = new EventListViewModel(feed);
    }

    @Override
    public String titleKey() {
        return KEY;
    }

    @Override
    public Ikon icon() {
        return Material2AL.EVENT_NOTE;
    }

    @Override
    public void attach() {
        feed.watched(true);
    }

    @Override
    public void detach() {
        feed.watched(false);
    }

    @Override
    public Node node() {
        Language language = context.language();
        TableView<EventRow> table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox made = new VBox(header(), tools(), table);
        made.getStyleClass().add("page");
        language.textsProperty().addListener((property, before, now) -> table.refresh());
        return made;
    }

    private Node header() {
        Language language = context.language();
        StringBinding line =
                Bindings.createStringBinding(
                        () -> language.get("event.list.count", feed.rows().size()),
                        feed.rows(),
                        language.textsProperty());
        return new PageHeader(language.of(KEY), line, bring());
    }

    private Button bring() {
        Button bring = new Button();
        bring.textProperty().bind(context.language().of("event.list.import"));
        bring.getStyleClass().add("accent");
        bring.setOnAction(event -> context.navigation().open(IMPORT));
        return Presence.only(context.navigation().leadsTo(IMPORT), bring);
    }

    private Node tools() {
        Language language = context.language();
        TextField typed = new TextField();
        typed.promptTextProperty().bind(language.of("event.list.filter"));
        typed.accessibleTextProperty().bind(language.of("event.list.filter"));
        typed.textProperty().bindBidirectional(model.typedProperty());
        typed.setPrefColumnCount(26);
        HBox tools = new HBox(typed, statuses());
        tools.getStyleClass().add("tools");
        return tools;
    }

    private ComboBox<Optional<EventStatus>> statuses() {
        List<Optional<EventStatus>> choices = new ArrayList<>();
        choices.add(Optional.empty());
        Stream.of(EventStatus.values()).map(Optional::of).forEach(choices::add);
        ComboBox<Optional<EventStatus>> box = new ComboBox<>();
        box.getItems().setAll(choices);
        box.accessibleTextProperty().bind(context.language().of("event.column.status"));
        box.valueProperty().bindBidirectional(model.statusProperty());
        LiveCell.install(box, context.language(), this::words);
        return box;
    }

    private String words(Optional<EventStatus> status) {
        return status.map(this::word).orElseGet(() -> context.language().get("event.list.all"));
    }

    private String word(EventStatus status) {
        return context.language().get("event.status." + status.name());
    }

    private TableView<EventRow> table() {
        Language language = context.language();
        TableView<EventRow> table = new TableView<>();
        SortedList<EventRow> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getColumns()
                .setAll(
                        List.of(
                                Columns.text(language, "event.column.name", 280, EventRow::name),
                                Columns.drawn(
                                        language,
                                        "event.column.status",
                                        130,
                                        EventRow::status,
                                        (cell, each) ->
                                                cell.setGraphic(new StatusChip(word(each), each))),
                                Columns.<EventRow, Instant>drawn(
                                        language,
                                        "event.column.starts",
                                        190,
                                        EventRow::starts,
                                        this::starts),
                                Columns.text(
                                        language,
                                        "event.column.place",
                                        220,
                                        EventListScreen::place),
                                Columns.<EventRow, Integer>drawn(
                                        language,
                                        "event.column.sold",
                                        190,
                                        EventRow::sold,
                                        this::sold),
                                Columns.<EventRow, Integer>number(
                                        language,
                                        "event.column.entered",
                                        110,
                                        EventRow::entered,
                                        each -> Formats.count(each, language.locale()))));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(empty());
        table.setRowFactory(made -> row());
        TableCopy.install(table);
        table.addEventHandler(
                javafx.scene.input.KeyEvent.KEY_PRESSED,
                event -> {
                    EventRow chosen = table.getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.ENTER && chosen != null) {
                        open(chosen);
                    }
                });
        return table;
    }

    private TableRow<EventRow> row() {
        TableRow<EventRow> row = new TableRow<>();
        row.setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2 && row.getItem() != null) {
                        open(row.getItem());
                    }
                });
        return row;
    }

    private void open(EventRow row) {
        context.current().choose(row);
        context.navigation().open(EventScreen.KEY);
    }

    private static String place(EventRow row) {
        return Stream.of(row.venue(), row.city())
                .filter(text -> text != null && !text.isEmpty())
                .reduce((venue, city) -> venue + ", " + city)
                .orElse("");
    }

    private void starts(TableCell<EventRow, Instant> cell, Instant at) {
        EventRow row = cell.getTableRow().getItem();
        if (row != null) {
            cell.setText(Formats.moment(at, row.zone(), context.language().locale()));
        }
    }

    private void sold(TableCell<EventRow, Integer> cell, Integer sold) {
        EventRow row = cell.getTableRow().getItem();
        if (row == null) {
            return;
        }
        Language language = context.language();
        Integer capacity = row.capacity();
        String words = Formats.count(sold, language.locale());
        if (capacity == null || capacity == 0) {
            cell.setText(words);
            return;
        }
        Label label = new Label(words + " / " + Formats.count(capacity, language.locale()));
        ProgressBar bar = new ProgressBar(Math.min(1, (double) sold / capacity));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(label.getText());
        VBox box = new VBox(label, bar);
        box.getStyleClass().add("meter");
        cell.setGraphic(box);
    }

    /** One click; what takes a moment says how far it is. */
    private Button loadDemo() {
        Language language = context.language();
        IntegerProperty percent = new SimpleIntegerProperty(-1);
        Button load = new Button();
        load.setId("load-demo");
        load.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        percent.get() < 0
                                                ? language.get("event.list.demo")
                                                : language.get(
                                                        "event.list.demo.loading", percent.get()),
                                percent,
                                language.textsProperty()));
        load.disableProperty().bind(percent.greaterThanOrEqualTo(0));
        load.setOnAction(event -> load(percent));
        return load;
    }

    private void load(IntegerProperty percent) {
        percent.set(0);
        context.tasks()
                .bulk(demo::fill)
                .onProgress(new Percent(percent))
                .onSuccess(
                        filled -> {
                            if (!filled) {
                                context.notices()
                                        .tell(context.language().get("event.list.demo.refused"));
                            }
                        })
                .onEnd(() -> percent.set(-1))
                .start();
    }

    private record Percent(IntegerProperty shown) implements Progress {
        @Override
        public void at(long done, long total) {
            shown.set(total <= 0 ? 0 : Math.toIntExact(100 * done / total));
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    private Node empty() {
        boolean brings = context.navigation().leadsTo(IMPORT);
        return new EmptyState(
                context.language(),
                Material2AL.EVENT_AVAILABLE,
                "event.list.empty",
                brings ? "event.list.empty.line" : "event.list.empty.wait",
                bring(),
                Presence.only(brings, loadDemo()));
    }
}
