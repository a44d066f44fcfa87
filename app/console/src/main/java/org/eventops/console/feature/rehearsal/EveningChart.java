package org.eventops.console.feature.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import javafx.scene.Node;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.util.StringConverter;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Formats;
import org.eventops.domain.door.rehearsal.Stretch;

/** Who comes and who waits, over the evening; a click asks for the figures of that moment. */
final class EveningChart {
    private static final double TICKS = 8;
    private static final List<Integer> UNITS = List.of(5, 10, 15, 30, 60, 120, 240, 480, 1440);
    private static final double HEIGHT = 300;

    private final Language language;
    private final List<Stretch> stretches;
    private final Duration length;

    EveningChart(Language language, List<Stretch> stretches, Duration length) {
        this.language = language;
        this.stretches = stretches;
        this.length = length;
    }

    /**
     * @param chosen told the number of the stretch that was clicked
     */
    Node node(Instant doors, ZoneId zone, String read, IntConsumer chosen) {
        NumberAxis time = time(doors, zone);
        LineChart<Number, Number> chart = new LineChart<>(time, people());
        chart.setAnimated(false);
        chart.setCreateSymbols(false);
        chart.setPrefHeight(HEIGHT);
        chart.setMinHeight(HEIGHT);
        chart.getStyleClass().add("evening-chart");
        chart.setAccessibleText(read);
        chart.getData()
                .setAll(
                        List.of(
                                series("rehearsal.chart.queue", Stretch::queue),
                                series("rehearsal.chart.arrivals", Stretch::arrivals)));
        chart.setOnMouseClicked(
                event -> {
                    double x = time.sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
                    double minute = time.getValueForDisplay(x).doubleValue();
                    int row = (int) (minute / length.toMinutes());
                    chosen.accept(Math.clamp(row, 0, stretches.size() - 1));
                });
        return chart;
    }

    private XYChart.Series<Number, Number> series(String key, ToIntFunction<Stretch> value) {
        XYChart.Series<Number, Number> series = new XYChart.Series<>();
        series.setName(language.get(key, length.toMinutes()));
        for (Stretch each : stretches) {
            series.getData()
                    .add(new XYChart.Data<>(each.from().toMinutes(), value.applyAsInt(each)));
        }
        return series;
    }

    private NumberAxis time(Instant doors, ZoneId zone) {
        double end = (double) stretches.size() * length.toMinutes();
        int unit =
                UNITS.stream()
                        .filter(each -> each * TICKS >= end)
                        .findFirst()
                        .orElseGet(UNITS::getLast);
        NumberAxis axis = new NumberAxis(0, Math.ceil(end / unit) * unit, unit);
        axis.setLabel(language.get("rehearsal.chart.time", zone.getId()));
        axis.setMinorTickVisible(false);
        WaitTexts words = new WaitTexts(language);
        axis.setTickLabelFormatter(
                shown(
                        value ->
                                words.clock(
                                        doors.plus(Duration.ofMinutes(value.longValue())), zone)));
        return axis;
    }

    private NumberAxis people() {
        NumberAxis axis = new NumberAxis();
        axis.setLabel(language.get("rehearsal.chart.people"));
        axis.setMinorTickVisible(false);
        axis.setTickLabelFormatter(
                shown(
                        value ->
                                value.doubleValue() % 1 == 0
                                        ? Formats.count(value.longValue(), language.locale())
                                        : ""));
        return axis;
    }

    private static StringConverter<Number> shown(java.util.function.Function<Number, String> word) {
        return new StringConverter<>() {
            @Override
            public String toString(Number value) {
                return word.apply(value);
            }

            @Override
            public Number fromString(String text) {
                throw new UnsupportedOperationException("an axis is not typed");
            }
        };
    }
}
