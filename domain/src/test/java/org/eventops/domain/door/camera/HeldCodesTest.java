package org.eventops.domain.door.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeldCodesTest {
    private static final Instant AT = Instant.parse("2026-11-20T19:00:00Z");

    private final HeldCodes held = new HeldCodes(Duration.ofSeconds(2));

    @Test
    void aCodeThatIsHeldInFrontIsOneScan() {
        assertThat(held.isNew("a", AT)).isTrue();
        for (int millis = 33; millis < 10_000; millis += 33) {
            assertThat(held.isNew("a", AT.plusMillis(millis))).isFalse();
        }
    }

    @Test
    void aCodeThatWasAwayIsAnother() {
        assertThat(held.isNew("a", AT)).isTrue();
        assertThat(held.isNew("a", AT.plusSeconds(2))).isFalse();
        assertThat(held.isNew("a", AT.plusMillis(4001))).isTrue();
    }

    @Test
    void anotherCodeIsNeverDelayedByIt() {
        assertThat(held.isNew("a", AT)).isTrue();
        assertThat(held.isNew("b", AT)).isTrue();
        assertThat(held.isNew("a", AT.plusMillis(33))).isFalse();
    }
}
