package org.eventops.console.feature.door;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.eventops.resources.Texts;

/** Moments as a door says them. */
final class TimeTexts {
    private final DateTimeFormatter moment;
    private final DateTimeFormatter time;

    TimeTexts(Texts texts) {
        Locale locale = texts.locale();
        DateTimeFormatter clock = DateTimeFormatter.ofPattern("HH:mm", locale);
        moment = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        time = clock;
    }

    /** Day and minute, on the clock of the zone the moment is in. */
    String moment(ZonedDateTime at) {
        return moment(at.toLocalDateTime());
    }

    String moment(LocalDateTime at) {
        return moment.format(at) + ", " + time.format(at);
    }

    String time(LocalTime at) {
        return time.format(at);
    }
}
