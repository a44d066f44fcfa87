package org.eventops.console.feature.counts;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.eventops.console.feature.counts.CountsViewModel.State;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Columns;
import org.eventops.console.ui.EmptyState;
import org.eventops.console.ui.Formats;
import org.eventops.console.ui.TableCopy;
import org.eventops.domain.door.count.Evening;
import org.eventops.domain.door.count.LiveCounts;
import org.eventops.domain.door.count.TenMinutes;
import org.kordamp.ikonli.material2.Material2MZ;

/** How fast they come: the chart, and the table behind it. */
final class EntriesCard {
    /** Six hours: more bars would be too thin to read. */
    private static final int BARS = 36;

    private static final int TENS_OF_AN_HOUR = 6;

    private final Language language;
    private final CountsViewModel model;
    private final EntriesChart chart;
    private final TableView<TenMinutes> table = new TableView<>();
    private final ToggleButton asTable = new ToggleButton();
    private final Label title = new Label();

    EntriesCard(Language language, CountsViewModel model) {
        this.language = language;
        this.model = model;
        this.chart = new EntriesChart(language, this::find);
    }

    Node node() {
        title.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                this::title, model.countsProperty(), language.textsProperty()));
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        asTable.textProperty().bind(language.of("counts.chart.table"));
        asTable.setId("counts-as-table");
        HBox head = new HBox(title, asTable);
        head.getStyleClass().add("tools");
        columns();
        Node none =
                new EmptyState(
                        language,
                        Material2MZ.QR_CODE_SCANNER,
                        "counts.noscans",
                        "counts.noscans.line");
        StackPane middle = new StackPane(chart, table, none);
        middle.getStyleClass().add("counts-middle");
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox card = new VBox(head, middle);
        card.getStyleClass().addAll("card", "counts-chart-card");
        HBox.setHgrow(card, Priority.ALWAYS);
        table.visibleProperty().bind(asTable.selectedProperty());
        model.stateProperty().addListener((property, before, now) -> visible(none));
        asTable.selectedProperty().addListener((property, before, now) -> visible(none));
        model.countsProperty().addListener((property, before, now) -> show(now));
        visible(none);
        show(model.countsProperty().get());
        return card;
    }

    /** Says so where the evening is longer than the chart. */
    private String title() {
        boolean longer =
                model.countsProperty()
                        .get()
                        .filter(counts -> Evening.of(counts, BARS + 1).size() > BARS)
                        .isPresent();
        return longer
                ? language.get("counts.chart.last", BARS / TENS_OF_AN_HOUR)
                : language.get("counts.chart");
    }

    private void visible(Node none) {
        boolean scans = model.stateProperty().get() == State.COUNTED;
        none.setVisible(model.stateProperty().get() == State.NO_SCANS);
        chart.setVisible(scans && !asTable.isSelected());
        table.setManaged(scans);
        asTable.setDisable(!scans);
    }

    void showTable(boolean wanted) {
        asTable.setSelected(wanted);
    }

    /** The row of a bar. */
    private void find(TenMinutes wanted) {
        asTable.setSelected(true);
        for (TenMinutes each : table.getItems()) {
            if (each.start().equals(wanted.start())) {
                table.getSelectionModel().clearSelection();
                table.getSelectionModel().select(each);
                table.scrollTo(each);
            }
        }
        table.requestFocus();
    }

    private void columns() {
        table.accessibleTextProperty().bind(language.of("counts.chart"));
        table.getColumns()
                .setAll(
                        List.of(
                                Columns.<TenMinutes, Instant>number(
                                        language,
                                        "counts.column.from",
                                        200,
                                        TenMinutes::start,
                                        this::time),
                                Columns.<TenMinutes, Integer>number(
                                        language,
                                        "counts.column.entries",
                                        120,
                                        TenMinutes::entries,
                                        this::count),
                                Columns.<TenMinutes, Integer>number(
                                        language,
                                        "counts.column.exits",
                                        120,
                                        TenMinutes::exits,
                                        this::count)));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableCopy.install(table);
    }

    private String time(Instant start) {
        return model.countsProperty()
                .get()
                .map(
                        counts ->
                                DateTimeFormatter.ofLocalizedDateTime(
                                                FormatStyle.SHORT, FormatStyle.SHORT)
                                        .withLocale(language.locale())
                                        .format(start.atZone(counts.zone())))
                .orElse("");
    }

    private String count(Integer number) {
        return Formats.count(number, language.locale());
    }

    private void show(Optional<LiveCounts> counts) {
        counts.ifPresent(each -> chart.show(each, Evening.of(each, BARS)));
        List<TenMinutes> rows = counts.map(LiveCounts::tenMinutes).orElse(List.of()).reversed();
        CountTables.put(table, rows);
    }
}
