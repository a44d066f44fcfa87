package org.eventops.domain.unlock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Wrong PINs or passwords in a row. Three are free, then each costs a wait that doubles.
 *
 * @param last when the latest was typed
 */
public record Tries(int wrong, Instant last) {
    static final int FREE = 3;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    public static final Tries NONE = new Tries(0, Instant.EPOCH);

    /** Anything that was not written by {@link #written} counts as no tries. */
    public static Tries read(String written) {
        if (!written.matches("\\d{1,9}@\\d{1,15}")) {
            return NONE;
        }
        int middle = written.indexOf('@');
        return new Tries(
                Integer.parseInt(written.substring(0, middle)),
                Instant.ofEpochMilli(Long.parseLong(written.substring(middle + 1))));
    }

    public String written() {
        return wrong == 0 ? "" : wrong + "@" + last.toEpochMilli();
    }

    public Tries another(Instant now) {
        return new Tries(wrong + 1, now);
    }

    /** What a clock stamped that was ahead of this one counts as typed now: one wait ends it. */
    public Tries seen(Instant now) {
        return last.isAfter(now) ? new Tries(wrong, now) : this;
    }

    public int left() {
        return Math.max(0, FREE - wrong);
    }

    /** A clock that was set back makes nobody wait longer than from now on. */
    public Optional<Instant> waitUntil(Instant now) {
        if (wrong < FREE) {
            return Optional.empty();
        }
        Instant until = seen(now).last.plus(pause());
        return now.isBefore(until) ? Optional.of(until) : Optional.empty();
    }

    private Duration pause() {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(wrong - FREE, 10));
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }
}
