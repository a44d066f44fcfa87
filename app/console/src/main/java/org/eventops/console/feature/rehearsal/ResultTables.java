package org.eventops.console.feature.rehearsal;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Columns;
import org.eventops.console.ui.Formats;
import org.eventops.console.ui.TableCopy;
import org.eventops.domain.door.rehearsal.Rehearsal;
import org.eventops.domain.door.rehearsal.RehearsalReport;
import org.eventops.domain.door.rehearsal.Stretch;

/** The figures behind the sentence and the chart. */
final class ResultTables {
    private static final double ROW = 48;
    private static final double HEAD = 48;
    private static final int MOST_ROWS = 8;
    private static final double NARROW = 110;
    private static final double WIDE = 150;

    private final Language language;
    private final WaitTexts words;
    private final TabPane tabs = new TabPane();
    private final TableView<Stretch> evening;

    ResultTables(Language language, RehearsalReport report, List<Stretch> stretches, ZoneId zone) {
        this.language = language;
        this.words = new WaitTexts(language);
        this.evening = evening(report, stretches, zone);
        tabs.setId("rehearsal-tables");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs()
                .setAll(
                        tab("rehearsal.tab.choices", choices(report)),
                        tab("rehearsal.tab.evening", evening),
                        tab("rehearsal.tab.lanes", lanes(report.evening())));
    }

    TabPane node() {
        return tabs;
    }

    /** Shows the figures of one stretch of the evening. */
    void show(int stretch) {
        tabs.getSelectionModel().select(1);
        evening.getSelectionModel().clearAndSelect(stretch);
        evening.scrollTo(stretch);
    }

    private Tab tab(String key, TableView<?> table) {
        Tab tab = new Tab(language.get(key));
        tab.setContent(table);
        return tab;
    }

    private TableView<RehearsalReport.Choice> choices(RehearsalReport report) {
        TableView<RehearsalReport.Choice> table = table(report.choices());
        table.setId("rehearsal-choices");
        table.getColumns()
                .setAll(
                        List.of(
                                count("rehearsal.column.lanes", RehearsalReport.Choice::lanes),
                                wait("rehearsal.column.half", RehearsalReport.Choice::half),
                                wait("rehearsal.column.most", RehearsalReport.Choice::most),
                                wait("rehearsal.column.longest", RehearsalReport.Choice::longest),
                                count("rehearsal.column.queue", RehearsalReport.Choice::queue),
                                Columns.text(
                                        language,
                                        "rehearsal.column.note",
                                        WIDE,
                                        each -> note(report, each))));
        return table;
    }

    private String note(RehearsalReport report, RehearsalReport.Choice each) {
        boolean planned = each.lanes() == report.plan().staffing().lanes();
        boolean needed = each.lanes() == report.needed() && !report.hopeless();
        if (planned && needed) {
            return language.get("rehearsal.note.both");
        }
        return planned
                ? language.get("rehearsal.note.planned")
                : needed ? language.get("rehearsal.note.needed") : "";
    }

    private TableView<Stretch> evening(
            RehearsalReport report, List<Stretch> stretches, ZoneId zone) {
        TableView<Stretch> table = table(stretches);
        table.setId("rehearsal-evening");
        table.getColumns()
                .setAll(
                        List.of(
                                Columns.number(
                                        language,
                                        "rehearsal.column.from",
                                        NARROW,
                                        Stretch::from,
                                        from -> words.clock(report.doors().plus(from), zone)),
                                count("rehearsal.column.arrivals", Stretch::arrivals),
                                count("rehearsal.column.queue", Stretch::queue),
                                wait("rehearsal.column.half", Stretch::half),
                                wait("rehearsal.column.most", Stretch::most)));
        return table;
    }

    private TableView<Rehearsal.Lane> lanes(Rehearsal evening) {
        TableView<Rehearsal.Lane> table = table(evening.lanes());
        table.getColumns()
                .setAll(
                        List.of(
                                count("rehearsal.column.lane", Rehearsal.Lane::number),
                                count("rehearsal.column.served", lane -> lane.waits().size()),
                                Columns.number(
                                        language,
                                        "rehearsal.column.busy",
                                        NARROW,
                                        evening::utilisation,
                                        share -> language.get("rehearsal.percent", share)),
                                wait("rehearsal.column.half", lane -> lane.wait(50)),
                                wait("rehearsal.column.most", lane -> lane.wait(95)),
                                wait("rehearsal.column.longest", lane -> lane.wait(100))));
        return table;
    }

    private <R> TableColumn<R, Integer> count(String key, Function<R, Integer> value) {
        return Columns.number(
                language,
                key,
                NARROW,
                value,
                each -> Formats.count(each.longValue(), language.locale()));
    }

    private <R> TableColumn<R, Duration> wait(String key, Function<R, Duration> value) {
        return Columns.number(language, key, NARROW, value, words::wait);
    }

    private static <R> TableView<R> table(List<R> rows) {
        TableView<R> table = new TableView<>(FXCollections.observableArrayList(rows));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        double height = HEAD + Math.min(MOST_ROWS, rows.size()) * ROW;
        table.setPrefHeight(height);
        table.setMinHeight(height);
        TableCopy.install(table);
        return table;
    }
}
