package org.eventops.domain.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.eventops.domain.failure.FailureKind;
import org.eventops.domain.measure.Meter;
import org.eventops.domain.measure.Operation;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
    private long now;
    private final Meter meter = new Meter(() -> now);

    private void done(Operation operation, int times, Duration each) {
        for (int i = 0; i < times; i++) {
            meter.done(operation, meter.begin() - each.toNanos());
        }
    }

    private void failed(Operation operation, int times, FailureKind kind) {
        for (int i = 0; i < times; i++) {
            meter.failed(operation, meter.begin(), kind);
        }
    }

    private Optional<Alert> of(Operation operation) {
        return Thresholds.of(meter, operation);
    }

    @Property
    void errorsAreAnAlarmExactlyOverOneInAHundred(
            @ForAll @IntRange(min = 20, max = 400) int calls,
            @ForAll @IntRange(min = 0, max = 20) int errors) {
        Meter fresh = new Meter(() -> now);
        for (int i = 0; i < calls; i++) {
            if (i < errors) {
                fresh.failed(Operation.STORE_WRITE, fresh.begin(), FailureKind.ENVIRONMENT);
            } else {
                fresh.done(Operation.STORE_WRITE, fresh.begin());
            }
        }
        assertThat(Thresholds.of(fresh, Operation.STORE_WRITE).isPresent())
                .isEqualTo(errors * 100 > calls);
    }

    @Test
    void oneOfThreeIsNoAlarmButThreeOfThreeAre() {
        done(Operation.PRINT, 2, Duration.ZERO);
        failed(Operation.PRINT, 1, FailureKind.ENVIRONMENT);
        assertThat(of(Operation.PRINT)).isEmpty();
        failed(Operation.CAMERA, 3, FailureKind.ENVIRONMENT);
        assertThat(of(Operation.CAMERA))
                .get()
                .isInstanceOfSatisfying(
                        Alert.Failing.class,
                        alert -> assertThat(alert.mostly()).isEqualTo(FailureKind.ENVIRONMENT));
    }

    @Test
    void answersOverTwoSecondsAreAnAlarmWhereSomebodyWaits() {
        done(Operation.DOOR_DECIDE, 19, Duration.ofMillis(5));
        done(Operation.DOOR_DECIDE, 1, Duration.ofMillis(2001));
        assertThat(of(Operation.DOOR_DECIDE)).isEmpty();
        done(Operation.DOOR_DECIDE, 1, Duration.ofMillis(2001));
        assertThat(of(Operation.DOOR_DECIDE)).get().isInstanceOf(Alert.Slow.class);
        done(Operation.IMPORT, 50, Duration.ofMinutes(1));
        assertThat(of(Operation.IMPORT)).isEmpty();
    }

    @Test
    void assistantsMayFailMoreOftenThanTheProgram() {
        done(Operation.ASSISTANT, 95, Duration.ZERO);
        failed(Operation.ASSISTANT, 5, FailureKind.ASSISTANT);
        assertThat(of(Operation.ASSISTANT)).isEmpty();
        failed(Operation.ASSISTANT, 1, FailureKind.ASSISTANT);
        assertThat(of(Operation.ASSISTANT)).get().isInstanceOf(Alert.Assistants.class);
    }

    @Test
    void refusalsAndWrongInputAreNeverAnAlarm() {
        failed(Operation.IMPORT, 100, FailureKind.INPUT);
        failed(Operation.STORE_READ, 100, FailureKind.BUSINESS);
        assertThat(of(Operation.IMPORT)).isEmpty();
        assertThat(of(Operation.STORE_READ)).isEmpty();
    }

    @Test
    void anAlarmGoesWhenTheTroubleIsOver() {
        failed(Operation.STORE_WRITE, 30, FailureKind.ENVIRONMENT);
        assertThat(of(Operation.STORE_WRITE)).isPresent();
        now += Duration.ofMinutes(6).toNanos();
        assertThat(of(Operation.STORE_WRITE)).isEmpty();
        done(Operation.STORE_WRITE, 20, Duration.ZERO);
        assertThat(of(Operation.STORE_WRITE)).isEmpty();
    }

    @Test
    void fewCallsNowAreJudgedWithThoseOfTheHour() {
        done(Operation.SEARCH, 30, Duration.ZERO);
        now += Duration.ofMinutes(10).toNanos();
        failed(Operation.SEARCH, 1, FailureKind.BUG);
        assertThat(of(Operation.SEARCH))
                .get()
                .isInstanceOfSatisfying(
                        Alert.Errors.class,
                        alert -> assertThat(alert.mostly()).isEqualTo(FailureKind.BUG));
    }
}
