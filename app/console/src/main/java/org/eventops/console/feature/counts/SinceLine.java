package org.eventops.console.feature.counts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import org.eventops.console.shell.Language;
import org.eventops.domain.door.count.LiveCounts;

/** Since when scans are counted, and of when the figures are; on the event's clock. */
record SinceLine(Language language, CountsViewModel model) {
    StringBinding property() {
        return Bindings.createStringBinding(
                () -> model.countsProperty().get().map(this::line).orElse(""),
                model.countsProperty(),
                language.textsProperty());
    }

    private String line(LiveCounts counts) {
        String now =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                        .withLocale(language.locale())
                        .format(counts.asOf().atZone(counts.zone()));
        String zone = counts.zone().getId();
        return counts.tenMinutes().isEmpty()
                ? language.get("counts.since.none", now, zone)
                : language.get(
                        "counts.since",
                        day(counts.tenMinutes().getFirst().start(), counts.zone()),
                        now,
                        zone);
    }

    private String day(Instant start, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(language.locale())
                .format(start.atZone(zone));
    }
}
