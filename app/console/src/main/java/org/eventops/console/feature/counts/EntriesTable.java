package org.eventops.console.feature.counts;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableView;
import org.eventops.console.shell.Language;
import org.eventops.console.ui.Columns;
import org.eventops.console.ui.Formats;
import org.eventops.console.ui.TableCopy;
import org.eventops.domain.door.count.LiveCounts;
import org.eventops.domain.door.count.TenMinutes;

/** All ten minutes in which somebody came or went, the latest first. */
final class EntriesTable extends TableView<TenMinutes> {
    private final Language language;
    private final CountsViewModel model;

    EntriesTable(Language language, CountsViewModel model) {
        this.language = language;
        this.model = model;
        accessibleTextProperty().bind(language.of("counts.chart"));
        getColumns()
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
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableCopy.install(this);
        model.countsProperty().addListener((property, before, now) -> show(now));
        show(model.countsProperty().get());
    }

    private void show(Optional<LiveCounts> counts) {
        CountTables.put(this, counts.map(LiveCounts::tenMinutes).orElse(List.of()).reversed());
    }

    /** Goes to the row of these ten minutes; a bar without anybody has none. */
    void find(TenMinutes wanted) {
        for (TenMinutes each : getItems()) {
            if (each.start().equals(wanted.start())) {
                getSelectionModel().clearSelection();
                getSelectionModel().select(each);
                scrollTo(each);
            }
        }
        requestFocus();
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
}
