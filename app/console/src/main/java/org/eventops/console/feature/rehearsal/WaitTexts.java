package org.eventops.console.feature.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.eventops.console.shell.Language;

/** Waits and times of day in the window's language. */
record WaitTexts(Language language) {
    private static final long MINUTE = 60;
    private static final long TEN_MINUTES = 600;
    private static final long TWO_HOURS = 7200;

    /** As exact as matters to somebody who waits: 45 s, 4.8 min, 14 min, 2 h 10 min. */
    String wait(Duration wait) {
        long seconds = Math.round(wait.toMillis() / 1000.0);
        if (seconds < MINUTE) {
            return language.get("rehearsal.seconds", seconds);
        }
        if (seconds < TWO_HOURS) {
            double minutes = seconds / (double) MINUTE;
            double shown =
                    seconds < TEN_MINUTES ? Math.round(minutes * 10) / 10.0 : Math.round(minutes);
            return language.get("rehearsal.minutes", shown);
        }
        long minutes = Math.round(seconds / (double) MINUTE);
        return language.get("rehearsal.hours", minutes / MINUTE, minutes % MINUTE);
    }

    String clock(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", language.locale()).format(at.atZone(zone));
    }
}
