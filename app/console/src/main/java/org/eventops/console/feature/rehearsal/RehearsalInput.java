package org.eventops.console.feature.rehearsal;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.eventops.domain.door.rehearsal.BuiltInCurve;
import org.eventops.domain.door.rehearsal.CurveFile;
import org.eventops.domain.door.rehearsal.Handling;
import org.eventops.domain.door.rehearsal.RehearsalPlan;
import org.eventops.domain.door.rehearsal.Staffing;

/** The fields of a rehearsal as they are typed, and what is wrong with them. */
final class RehearsalInput {
    private static final int USUAL_MINUTES = 90;
    private static final int MOST_SECONDS = 3600;

    private final Map<Field, StringProperty> numbers = new EnumMap<>(Field.class);
    private final ObjectProperty<CurveOption> curve =
            new SimpleObjectProperty<>(new CurveOption.Shape(BuiltInCurve.LATE_RUSH));
    private final ObjectProperty<Optional<Path>> file =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> list =
            new SimpleObjectProperty<>(Optional.empty());

    RehearsalInput() {
        for (Field each :
                new Field[] {
                    Field.ARRIVALS, Field.MINUTES, Field.LANES, Field.HANDLING, Field.TARGET
                }) {
            numbers.put(each, new SimpleStringProperty(""));
        }
        number(Field.MINUTES).set(Integer.toString(USUAL_MINUTES));
        number(Field.HANDLING).set(Long.toString(Staffing.USUAL_HANDLING.toSeconds()));
        number(Field.TARGET).set(Long.toString(Staffing.USUAL_TARGET.toMinutes()));
        curve.addListener((property, before, now) -> chosen(now));
    }

    /** What was seen took as long as it took; a shape has to be told. */
    private void chosen(CurveOption now) {
        number(Field.MINUTES)
                .set(now instanceof CurveOption.Shape ? Integer.toString(USUAL_MINUTES) : "");
    }

    /** What stands in a field of numbers. */
    StringProperty number(Field field) {
        return java.util.Objects.requireNonNull(numbers.get(field));
    }

    ObjectProperty<CurveOption> curveProperty() {
        return curve;
    }

    ObjectProperty<Optional<Path>> fileProperty() {
        return file;
    }

    ObjectProperty<Optional<String>> listProperty() {
        return list;
    }

    /** By field; empty when all of it can be rehearsed. */
    Map<Field, Sentence> problems() {
        Map<Field, Sentence> problems = new EnumMap<>(Field.class);
        if (curve.get() instanceof CurveOption.FromFile && file.get().isEmpty()) {
            problems.put(Field.CURVE, Sentence.of("rehearsal.wrong.nofile"));
        }
        if (list.get().isEmpty()) {
            problems.put(Field.LIST, Sentence.of("rehearsal.wrong.nolist"));
        }
        whole(problems, Field.ARRIVALS, CurveFile.MOST_PEOPLE);
        if (curve.get() instanceof CurveOption.Shape || !number(Field.MINUTES).get().isBlank()) {
            whole(problems, Field.MINUTES, CurveFile.MOST_MINUTES);
        }
        whole(problems, Field.LANES, RehearsalPlan.MOST_LANES);
        any(problems, Field.HANDLING, MOST_SECONDS);
        any(problems, Field.TARGET, CurveFile.MOST_MINUTES);
        return problems;
    }

    private void whole(Map<Field, Sentence> problems, Field field, int most) {
        boolean good =
                value(field)
                        .filter(each -> each.stripTrailingZeros().scale() <= 0)
                        .filter(each -> between(each, 1, most))
                        .isPresent();
        if (!good) {
            problems.put(field, Sentence.of("rehearsal.wrong.whole", 1, most));
        }
    }

    private void any(Map<Field, Sentence> problems, Field field, int most) {
        if (value(field).filter(each -> between(each, 0, most)).isEmpty()) {
            problems.put(field, Sentence.of("rehearsal.wrong.number", 0, most));
        }
    }

    private static boolean between(BigDecimal number, int least, int most) {
        return number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private Optional<BigDecimal> value(Field field) {
        String typed = number(field).get().strip().replace(',', '.');
        return typed.matches("\\d{1,9}(\\.\\d{1,3})?")
                ? Optional.of(new BigDecimal(typed))
                : Optional.empty();
    }

    /** Only where there are no problems. */
    int arrivals() {
        return value(Field.ARRIVALS).orElseThrow().intValueExact();
    }

    /** Empty: as long as the curve took. */
    Optional<Duration> minutes() {
        return value(Field.MINUTES).map(each -> Duration.ofMinutes(each.intValueExact()));
    }

    /** Only where there are no problems. */
    Staffing staffing() {
        return new Staffing(
                value(Field.LANES).orElseThrow().intValueExact(),
                Handling.usual(seconds(Field.HANDLING, 1)),
                seconds(Field.TARGET, 60));
    }

    private Duration seconds(Field field, int times) {
        BigDecimal millis = value(field).orElseThrow().multiply(BigDecimal.valueOf(1000L * times));
        return Duration.ofMillis(millis.longValue());
    }
}
