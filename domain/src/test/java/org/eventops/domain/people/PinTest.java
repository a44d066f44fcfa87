package org.eventops.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.eventops.domain.unlock.Tries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinTest {
    private static final Instant NOW = Instant.parse("2027-03-12T20:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "482, TOO_SHORT",
        "4821482148214, TOO_LONG",
        "48a1, NOT_DIGITS",
        "٤٨٢١, NOT_DIGITS",
        "0000, TOO_PLAIN",
        "1234, TOO_PLAIN",
        "987654, TOO_PLAIN"
    })
    void refusesWhatIsNoPin(String typed, Pin.Problem why) {
        assertThat(Pin.problem(typed)).contains(why);
    }

    @ParameterizedTest
    @CsvSource({"4821", "1357", "1235", "112233445566"})
    void takesWhatIsOne(String typed) {
        assertThat(Pin.problem(typed)).isEmpty();
    }

    @Property(tries = 5)
    void isFoundAgainByItsDigitsOnly(
            @ForAll @CharRange(from = '0', to = '9') @StringLength(min = 4, max = 12) String digits,
            @ForAll @CharRange(from = '0', to = '9') @StringLength(min = 4, max = 12)
                    String other) {
        PinHash kept = PinHash.read(PinHash.of(digits, new SecureRandom()).written());
        assertThat(kept.isOf(digits)).isTrue();
        assertThat(kept.isOf(other)).isEqualTo(digits.equals(other));
    }

    @Test
    void doesNotShowWhoHasTheSamePin() {
        SecureRandom random = new SecureRandom();
        assertThat(PinHash.of("4821", random).written())
                .isNotEqualTo(PinHash.of("4821", random).written())
                .doesNotContain("4821");
    }

    @Property
    void makesOneWaitTwiceAsLongEachTimeUpToAQuarterOfAnHour(
            @ForAll @IntRange(max = 60) int wrong) {
        Tries tries = Tries.NONE;
        for (int i = 0; i < wrong; i++) {
            tries = Tries.read(tries.another(NOW).written());
        }
        Duration wait =
                tries.waitUntil(NOW)
                        .map(until -> Duration.between(NOW, until))
                        .orElse(Duration.ZERO);
        Duration due =
                wrong < 3
                        ? Duration.ZERO
                        : Duration.ofSeconds(Math.min(900, 30L << Math.min(wrong - 3, 10)));
        assertThat(wait).isEqualTo(due);
        assertThat(tries.waitUntil(NOW.plus(due))).isEmpty();
    }

    @Test
    void waitsNoLongerBecauseTheClockWasSetBack() {
        Tries tries = Tries.NONE.another(NOW).another(NOW).another(NOW);
        Instant before = NOW.minus(Duration.ofDays(3));
        assertThat(tries.waitUntil(before)).contains(before.plusSeconds(30));
    }
}
