package org.eventops.domain.door.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eventops.domain.door.rehearsal.CurveOutcome.Expected;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of arrivals: either {@code minute,arrivals} with minutes from doors open, or the
 * time at which each came, one a line: a moment with its offset, a date and time, or a time of day.
 * A first line without a digit is a heading; empty lines say nothing.
 */
public final class CurveFile {
    public static final int MOST_MINUTES = 10_000;
    public static final int MOST_PEOPLE = 1_000_000;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HALF_DAY = Duration.ofHours(12);

    private final List<Duration> offsets = new ArrayList<>();
    private @Nullable Expected kind;
    private Duration length = Duration.ZERO;
    private Duration before = Duration.ZERO;
    private boolean first = true;

    private CurveFile() {}

    /** Takes no line after the first that is wrong. */
    public static CurveOutcome read(Iterable<String> lines) {
        return new CurveFile().all(lines);
    }

    private CurveOutcome all(Iterable<String> lines) {
        int number = 0;
        for (String each : lines) {
            number++;
            String text = number == 1 ? each.replace("\uFEFF", "") : each;
            Optional<Expected> problem = line(text);
            if (problem.isPresent()) {
                return new CurveOutcome.Wrong(number, text.strip(), problem.get());
            }
        }
        if (offsets.isEmpty()) {
            return new CurveOutcome.Empty();
        }
        return new CurveOutcome.Read(kind == Expected.COUNT ? counted() : timed());
    }

    /** What the line should have been, if it is not. */
    private Optional<Expected> line(String text) {
        if (text.isBlank() || (first && text.chars().noneMatch(Character::isDigit))) {
            first &= text.isBlank();
            return Optional.empty();
        }
        first = false;
        Expected wanted = kind == null ? Expected.COUNT_OR_TIME : kind;
        Optional<CurveLine> read = CurveLine.of(text);
        if (read.isEmpty() || (kind != null && read.get().kind() != kind)) {
            return Optional.of(wanted);
        }
        kind = read.get().kind();
        return add(read.get());
    }

    private Optional<Expected> add(CurveLine line) {
        if (line.kind() == Expected.COUNT && line.at().toMinutes() >= MOST_MINUTES) {
            return Optional.of(Expected.MINUTE);
        }
        if (offsets.size() + line.people() > MOST_PEOPLE) {
            return Optional.of(Expected.FEWER);
        }
        if (line.kind() == Expected.COUNT) {
            minute(line);
        } else {
            moment(line);
        }
        return Optional.empty();
    }

    private void minute(CurveLine line) {
        for (int i = 0; i < line.people(); i++) {
            long millis = Math.round((i + 0.5) / line.people() * 60_000);
            offsets.add(line.at().plusMillis(millis));
        }
        Duration end = line.at().plusMinutes(1);
        length = length.compareTo(end) < 0 ? end : length;
    }

    private void moment(CurveLine line) {
        Duration at = line.at();
        if (line.kind() == Expected.TIME) {
            // A time of day far before the one above it is of the next day.
            while (before.minus(at).compareTo(HALF_DAY) > 0) {
                at = at.plus(DAY);
            }
            before = at;
        }
        offsets.add(at);
    }

    private RecordedCurve counted() {
        Collections.sort(offsets);
        return new RecordedCurve(offsets, length);
    }

    private RecordedCurve timed() {
        Collections.sort(offsets);
        Duration from = offsets.getFirst();
        List<Duration> since = offsets.stream().map(each -> each.minus(from)).toList();
        return new RecordedCurve(since, since.getLast());
    }
}
