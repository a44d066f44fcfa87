package org.eventops.console.feature.counts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Formats;
import org.eventops.domain.door.count.LiveCounts;
import org.eventops.domain.door.count.TenMinutes;

/** Entries per ten minutes as bars; while the bars stay the same ones only their heights change. */
final class EntriesChart extends BarChart<String, Number> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int TICKS = 5;

    private final Language language;
    private final Consumer<TenMinutes> clicked;
    private final ObservableList<XYChart.Data<String, Number>> bars =
            FXCollections.observableArrayList();
    private List<TenMinutes> shown = List.of();

    /**
     * @param clicked told which ten minutes a person wants to know more of
     */
    EntriesChart(Language language, Consumer<TenMinutes> clicked) {
        super(new CategoryAxis(), new NumberAxis());
        this.language = language;
        this.clicked = clicked;
        setAnimated(false);
        setLegendVisible(false);
        setCategoryGap(3);
        setBarGap(0);
        getStyleClass().add("entries-chart");
        getXAxis().setAnimated(false);
        getXAxis().labelProperty().bind(language.of("counts.chart.x"));
        NumberAxis y = (NumberAxis) getYAxis();
        y.setAnimated(false);
        y.setAutoRanging(false);
        y.setMinorTickVisible(false);
        y.labelProperty().bind(language.of("counts.chart.y"));
        y.setTickLabelFormatter(new Whole(language));
        getData().setAll(List.of(new XYChart.Series<>(bars)));
    }

    void show(LiveCounts counts, List<TenMinutes> evening) {
        boolean same =
                shown.stream()
                        .map(TenMinutes::start)
                        .toList()
                        .equals(evening.stream().map(TenMinutes::start).toList());
        boolean first = bars.isEmpty();
        shown = evening;
        range(evening.stream().mapToInt(TenMinutes::entries).max().orElse(0));
        if (same && !first) {
            for (int i = 0; i < evening.size(); i++) {
                if (!bars.get(i).getYValue().equals(evening.get(i).entries())) {
                    bars.get(i).setYValue(evening.get(i).entries());
                }
            }
            return;
        }
        Set<String> names = new HashSet<>();
        bars.setAll(
                evening.stream()
                        .map(
                                each ->
                                        new XYChart.Data<String, Number>(
                                                name(each.start(), counts.zone(), names),
                                                each.entries()))
                        .toList());
        for (int i = 0; i < evening.size(); i++) {
            wire(i);
        }
    }

    /** Bars must differ in their names, also in the hour that a clock goes through twice. */
    private static String name(Instant start, ZoneId zone, Set<String> names) {
        String name = TIME.format(start.atZone(zone));
        return names.add(name) ? name : name + "\u2032";
    }

    private void wire(int index) {
        XYChart.Data<String, Number> bar = bars.get(index);
        Tooltip tip = new Tooltip();
        tip.setOnShowing(
                event ->
                        tip.setText(
                                language.get(
                                        "counts.chart.bar", bar.getXValue(), bar.getYValue())));
        Tooltip.install(bar.getNode(), tip);
        bar.getNode().setOnMouseClicked(event -> clicked.accept(shown.get(index)));
    }

    /** A round upper end over the tallest bar. */
    private void range(int tallest) {
        NumberAxis y = (NumberAxis) getYAxis();
        int step = 1;
        int[] factors = {2, 5, 10};
        int base = 1;
        for (int i = 0; step * TICKS < tallest; i++) {
            step = base * factors[i % factors.length];
            base *= i % factors.length == factors.length - 1 ? 10 : 1;
        }
        y.setUpperBound((double) step * TICKS);
        y.setTickUnit(step);
    }

    /** Numbers as the person writes them. */
    private static final class Whole extends StringConverter<Number> {
        private final Language language;

        Whole(Language language) {
            this.language = language;
        }

        @Override
        public String toString(Number number) {
            return Formats.count(number.longValue(), language.locale());
        }

        @Override
        public Number fromString(String text) {
            throw new UnsupportedOperationException("an axis is only read");
        }
    }
}
