package org.eventops.domain.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Property
    void everyWaitLiesInTheUpperHalfOfItsLimit(
            @ForAll @LongRange(min = 2, max = 5_000) long first,
            @ForAll @LongRange(min = 0, max = 100_000) long more,
            @ForAll @IntRange(min = 0) int failures,
            @ForAll long seed) {
        Duration longest = Duration.ofMillis(first + more);
        Backoff backoff = new Backoff(Duration.ofMillis(first), longest);
        long wait = backoff.after(failures, new Random(seed)).toMillis();
        long limit = Math.min(longest.toMillis(), first << Math.min(failures, 30));
        assertThat(wait).isBetween(limit / 2 - 1, limit);
    }

    @Test
    void whatFailedTogetherIsNotAskedTogether() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10));
        long different =
                LongStream.range(0, 100)
                        .map(seed -> backoff.after(5, new Random(seed)).toMillis() / 100)
                        .distinct()
                        .count();
        assertThat(different).isGreaterThan(25);
    }

    @Test
    void noLimitBelowTheFirstWait() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> new Backoff(second, second.minusNanos(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, second))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
