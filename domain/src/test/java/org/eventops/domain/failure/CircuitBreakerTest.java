package org.eventops.domain.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.eventops.domain.failure.CircuitBreaker.State;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private long now = Long.MAX_VALUE - 3;

    private final CircuitBreaker breaker = new CircuitBreaker(3, WITHIN, PAUSE, () -> now);

    private void later(Duration time) {
        now += time.toNanos();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(breaker.mayAsk()).isTrue();
            breaker.failed();
        }
    }

    @Test
    void asksAsEverUntilItWasTooMuch() {
        fail(2);
        assertThat(breaker.mayAsk()).isTrue();
        breaker.failed();
        assertThat(breaker.mayAsk()).isFalse();
        assertThat(breaker.state()).isEqualTo(State.OPEN);
    }

    @Test
    void failuresFarApartAreEachByThemselves() {
        for (int i = 0; i < 10; i++) {
            fail(1);
            later(WITHIN.dividedBy(2).plusNanos(1));
        }
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void anAnswerMakesUpForTheFailuresBefore() {
        fail(2);
        breaker.answered();
        fail(2);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void afterThePauseOneAsksForAll() {
        fail(3);
        later(PAUSE.minusNanos(1));
        assertThat(breaker.mayAsk()).isFalse();
        later(Duration.ofNanos(1));
        assertThat(breaker.mayAsk()).isTrue();
        assertThat(breaker.mayAsk()).isFalse();
        breaker.answered();
        assertThat(breaker.mayAsk()).isTrue();
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void ifThatOneFailsNobodyAsksForAnotherPause() {
        fail(3);
        later(PAUSE);
        fail(1);
        later(PAUSE.minusNanos(1));
        assertThat(breaker.mayAsk()).isFalse();
        later(Duration.ofNanos(1));
        assertThat(breaker.mayAsk()).isTrue();
    }

    @Test
    void oneWhoNeverSaysIsNotWaitedForForEver() {
        fail(3);
        later(PAUSE);
        assertThat(breaker.mayAsk()).isTrue();
        later(PAUSE);
        assertThat(breaker.mayAsk()).isTrue();
    }

    /** Steps: 0 asks and fails, 1 asks and is answered, else so many seconds go by. */
    @Property(tries = 500)
    void neverAsksMoreThanItsFailuresAndOneForEachPause(
            @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 12) Integer> steps) {
        now = 0;
        CircuitBreaker fresh = new CircuitBreaker(3, WITHIN, PAUSE, () -> now);
        List<Long> inRow = new ArrayList<>();
        for (int step : steps) {
            if (step > 1) {
                later(Duration.ofSeconds(step));
            } else if (fresh.mayAsk()) {
                if (step == 1) {
                    fresh.answered();
                    inRow.clear();
                    assertThat(fresh.state()).isEqualTo(State.CLOSED);
                } else {
                    fresh.failed();
                    inRow.add(now);
                }
            }
            check(inRow);
        }
    }

    /** Of four failures in a row that close together, the last came a pause after the third. */
    private static void check(List<Long> inRow) {
        for (int i = 3; i < inRow.size(); i++) {
            boolean close = inRow.get(i - 1) - inRow.get(i - 3) <= WITHIN.toNanos();
            if (close) {
                assertThat(inRow.get(i) - inRow.get(i - 1)).isGreaterThanOrEqualTo(PAUSE.toNanos());
            }
        }
    }
}
