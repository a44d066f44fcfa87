package org.eventops.console.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eventops.domain.sync.SyncStatus;
import org.eventops.domain.sync.SyncStatus.State;
import org.eventops.domain.sync.SyncStatus.Trouble;
import org.eventops.resources.Texts;

/** How the exchange stands, in plain words: the same in the window and on the command line. */
public final class SyncWords {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration SLIGHT = Duration.ofSeconds(2);
    private static final int PERCENT = 100;

    private final Texts texts;

    public SyncWords(Texts texts) {
        this.texts = texts;
    }

    /** For the status bar: state, what waits, conflicts, lag. */
    public String bar(SyncStatus status, ZoneId zone) {
        List<String> parts = new ArrayList<>();
        parts.add(state(status, zone));
        if (status.waiting() > 0) {
            parts.add(texts.get("sync.bar.waiting", status.waiting()));
        }
        if (status.conflicts() > 0) {
            parts.add(texts.get("sync.bar.conflicts", status.conflicts()));
        }
        Duration lag = status.lag();
        if (lag != null && isFlowing(status)) {
            parts.add(texts.get("sync.bar.lag", length(lag)));
        }
        return String.join(" · ", parts);
    }

    /** What a console is for; a role of a newer program is said as it is written. */
    public String role(String word) {
        String key = "sync.role." + word;
        return texts.has(key) ? texts.get(key) : word;
    }

    /** Whether changes come and go, so that their lag means something. */
    public static boolean isFlowing(SyncStatus status) {
        return status.state() == State.UP_TO_DATE || status.state() == State.EXCHANGING;
    }

    private String state(SyncStatus status, ZoneId zone) {
        Instant last = status.lastExchange();
        return switch (status.state()) {
            case LOADING ->
                    texts.get(
                            status.doorReady() ? "sync.bar.LOADING.ready" : "sync.bar.LOADING",
                            percent(status));
            case UNREACHABLE ->
                    last == null
                            ? texts.get("sync.bar.UNREACHABLE.never")
                            : texts.get("sync.bar.UNREACHABLE", time(last, zone));
            default -> texts.get("sync.bar." + status.state());
        };
    }

    /** The state in a few words. */
    public String head(SyncStatus status) {
        return texts.get("sync.state." + status.state() + ready(status));
    }

    /** What the state means for the work here. */
    public String meaning(SyncStatus status) {
        return texts.get("sync.state." + status.state() + ready(status) + ".line");
    }

    private static String ready(SyncStatus status) {
        return status.state() == State.LOADING && status.doorReady() ? ".ready" : "";
    }

    /** What is in the way. */
    public String trouble(Trouble trouble) {
        return texts.get("sync.trouble." + trouble);
    }

    /** What to do about it. */
    public String remedy(Trouble trouble) {
        return texts.get("sync.trouble." + trouble + ".do");
    }

    public String waiting(SyncStatus status, Instant now, ZoneId zone) {
        Instant oldest = status.oldest();
        if (status.waiting() == 0) {
            return texts.get("sync.fact.waiting.none");
        }
        return oldest == null
                ? texts.get("sync.bar.waiting", status.waiting())
                : texts.get(
                        "sync.fact.waiting.some",
                        status.waiting(),
                        moment(oldest, now, zone),
                        ago(oldest, now));
    }

    public String last(SyncStatus status, Instant now, ZoneId zone) {
        Instant last = status.lastExchange();
        return last == null
                ? texts.get("sync.fact.last.never")
                : texts.get("sync.fact.last.at", moment(last, now, zone), ago(last, now));
    }

    public String lag(SyncStatus status) {
        Duration lag = status.lag();
        return lag == null ? texts.get("sync.fact.lag.unknown") : length(lag);
    }

    public String clock(SyncStatus status) {
        Duration ahead = status.clockAhead();
        if (ahead == null) {
            return texts.get("sync.fact.clock.unknown");
        }
        if (ahead.abs().compareTo(SLIGHT) <= 0) {
            return texts.get("sync.fact.clock.right");
        }
        return texts.get(
                ahead.isNegative() ? "sync.fact.clock.behind" : "sync.fact.clock.ahead",
                length(ahead.abs()));
    }

    /** Whether the clock is so far off that somebody should set it. */
    public static boolean isClockOff(SyncStatus status) {
        Duration ahead = status.clockAhead();
        return ahead != null && ahead.abs().compareTo(SLIGHT) > 0;
    }

    public static int percent(SyncStatus status) {
        return (int) Math.floor(status.loaded() * PERCENT);
    }

    public String length(Duration length) {
        return length.compareTo(SECOND) < 0
                ? texts.get("sync.millis", length.toMillis())
                : texts.get("sync.seconds", length.toMillis() / 1000.0);
    }

    public String ago(Instant at, Instant now) {
        Duration since = at.isAfter(now) ? Duration.ZERO : Duration.between(at, now);
        if (since.toMinutes() < 1) {
            return texts.get("sync.ago.seconds", since.toSeconds());
        }
        if (since.toHours() < 1) {
            return texts.get("sync.ago.minutes", since.toMinutes());
        }
        return since.toDays() < 1
                ? texts.get("sync.ago.hours", since.toHours())
                : texts.get("sync.ago.days", since.toDays());
    }

    /** The time alone on the same day. */
    private String moment(Instant at, Instant now, ZoneId zone) {
        boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today
                ? time(at, zone)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                        .withLocale(locale())
                        .format(at.atZone(zone));
    }

    private String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("HH:mm", locale()).format(at.atZone(zone));
    }

    private Locale locale() {
        return texts.locale();
    }
}
