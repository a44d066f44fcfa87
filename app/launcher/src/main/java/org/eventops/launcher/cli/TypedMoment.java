package org.eventops.launcher.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A moment as somebody types it, with its offset. */
final class TypedMoment {
    /** Beyond these years a digit was mistyped; a scan of the year 9999 would stand for good. */
    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 2199;

    private TypedMoment() {}

    /**
     * @throws DateTimeException if it is none, or of a year that nobody means
     */
    static Instant read(String typed) {
        OffsetDateTime moment = OffsetDateTime.parse(typed.strip());
        if (moment.getYear() < FIRST_YEAR || moment.getYear() > LAST_YEAR) {
            throw new DateTimeException("year " + moment.getYear());
        }
        return moment.toInstant();
    }
}
