package org.eventops.domain.door.rehearsal;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eventops.domain.door.rehearsal.CurveOutcome.Expected;

/**
 * One line of a file of arrivals.
 *
 * @param kind as which it was read: one of COUNT, INSTANT, DATE_TIME, TIME
 * @param at after midnight of 1970 in UTC, after midnight for a time of day, after the first moment
 *     for a count
 * @param people who came in the minute that begins then; 1 for a time
 */
record CurveLine(Expected kind, Duration at, long people) {
    private static final Pattern COUNT = Pattern.compile("(\\d{1,9})\\s*[,;\\t]\\s*(\\d{1,9})");

    static Optional<CurveLine> of(String text) {
        String line = text.replace("\"", "").strip();
        Matcher count = COUNT.matcher(line);
        if (count.matches()) {
            Duration at = Duration.ofMinutes(Long.parseLong(count.group(1)));
            return Optional.of(new CurveLine(Expected.COUNT, at, Long.parseLong(count.group(2))));
        }
        String iso = line.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T");
        return time(Expected.INSTANT, iso, each -> since(OffsetDateTime.parse(each)))
                .or(
                        () ->
                                time(
                                        Expected.DATE_TIME,
                                        iso,
                                        each ->
                                                since(
                                                        LocalDateTime.parse(each)
                                                                .atOffset(ZoneOffset.UTC))))
                .or(
                        () ->
                                time(
                                        Expected.TIME,
                                        iso,
                                        each ->
                                                Duration.ofNanos(
                                                        LocalTime.parse(each).toNanoOfDay())));
    }

    private static Duration since(OffsetDateTime time) {
        return Duration.ofSeconds(time.toEpochSecond(), time.getNano());
    }

    private static Optional<CurveLine> time(
            Expected kind, String text, Function<String, Duration> parser) {
        try {
            return Optional.of(new CurveLine(kind, parser.apply(text), 1));
        } catch (DateTimeParseException e) {
            // Not of this kind; the caller asks for the next one and says what was expected.
            return Optional.empty();
        }
    }
}
