package org.eventops.console.feature.counts;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Columns;
import org.eventops.console.ui.Formats;
import org.eventops.console.ui.TableCopy;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.door.count.Attendance;
import org.eventops.domain.door.count.CountLine;
import org.eventops.domain.door.count.GateLine;
import org.eventops.domain.door.count.LiveCounts;

/** The same counts by product, by gate, by list, and why some were refused. */
final class CountTables {
    private static final double NAME = 126;
    private static final double NUMBER = 94;

    private final Language language;
    private final TabPane tabs = new TabPane();
    private final TableView<CountLine> products;
    private final TableView<GateLine> gates;
    private final TableView<CountLine> lists;
    private final TableView<Map.Entry<Verdict, Integer>> refused;

    CountTables(Language language, CountsViewModel model) {
        this.language = language;
        this.products = lines("counts.column.product");
        this.lists = lines("counts.column.list");
        this.gates =
                table(
                        List.of(
                                name(
                                        "counts.column.gate",
                                        line -> gone(line.name(), "counts.gate.none")),
                                number("counts.column.entries", GateLine::entries),
                                number("counts.column.exits", GateLine::exits),
                                number("counts.column.refused", GateLine::refused)));
        this.refused =
                table(
                        List.of(
                                name("counts.column.reason", each -> reason(each.getKey())),
                                number("counts.column.refused", Map.Entry::getValue)));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().add("counts-tables");
        tabs.getTabs()
                .addAll(
                        tab("counts.tab.products", products),
                        tab("counts.tab.gates", gates),
                        tab("counts.tab.lists", lists),
                        tab("counts.tab.refused", refused));
        model.countsProperty().addListener((property, before, now) -> show(now));
        language.textsProperty()
                .addListener((property, before, now) -> show(model.countsProperty().get()));
        show(model.countsProperty().get());
    }

    Node node() {
        return tabs;
    }

    void open(int tab) {
        tabs.getSelectionModel().select(tab);
    }

    private Tab tab(String key, TableView<?> table) {
        Tab tab = new Tab();
        tab.textProperty().bind(language.of(key));
        table.accessibleTextProperty().bind(language.of(key));
        Label nothing = new Label();
        nothing.textProperty().bind(language.of(key + ".none"));
        nothing.setWrapText(true);
        nothing.getStyleClass().addAll("muted", "empty-line");
        table.setPlaceholder(nothing);
        // A table that nobody has opened costs the first look nothing.
        tab.selectedProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now) {
                                tab.setContent(table);
                            }
                        });
        return tab;
    }

    private TableView<CountLine> lines(String nameKey) {
        return table(
                List.of(
                        name(nameKey, line -> gone(line.name(), "counts.product.gone")),
                        number("counts.column.entered", of(Attendance::entered)),
                        number("counts.column.expected", of(Attendance::expected)),
                        number("counts.column.inside", of(Attendance::inside)),
                        number("counts.column.tocome", of(Attendance::toCome))));
    }

    private static Function<CountLine, Integer> of(Function<Attendance, Integer> figure) {
        return line -> figure.apply(line.attendance());
    }

    private String gone(String name, String key) {
        return name.isEmpty() ? language.get(key) : name;
    }

    private String reason(Verdict verdict) {
        return language.get("door.verdict." + verdict);
    }

    private static <R> TableView<R> table(List<TableColumn<R, ?>> columns) {
        TableView<R> table = new TableView<>();
        table.getColumns().setAll(columns);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableCopy.install(table);
        return table;
    }

    private <R> TableColumn<R, String> name(String key, Function<R, String> value) {
        return Columns.text(language, key, NAME, value);
    }

    private <R> TableColumn<R, Integer> number(String key, Function<R, Integer> value) {
        return Columns.number(
                language, key, NUMBER, value, each -> Formats.count(each, language.locale()));
    }

    private void show(Optional<LiveCounts> counts) {
        put(products, counts.map(LiveCounts::products).orElse(List.of()));
        put(gates, counts.map(LiveCounts::gates).orElse(List.of()));
        put(lists, counts.map(LiveCounts::lists).orElse(List.of()));
        put(refused, counts.map(CountTables::reasons).orElse(List.of()));
    }

    /** The most frequent first. */
    private static List<Map.Entry<Verdict, Integer>> reasons(LiveCounts counts) {
        return counts.refused().entrySet().stream()
                .map(each -> Map.entry(each.getKey(), each.getValue()))
                .sorted(
                        Map.Entry.<Verdict, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .toList();
    }

    /** Keeps the order the person chose and the row they stand on; touches nothing that is same. */
    static <R> void put(TableView<R> table, List<R> rows) {
        if (table.getItems().equals(rows)) {
            table.refresh();
            return;
        }
        int at = table.getSelectionModel().getSelectedIndex();
        table.getItems().setAll(rows);
        table.sort();
        if (at >= 0 && at < rows.size()) {
            table.getSelectionModel().select(at);
        }
    }
}
