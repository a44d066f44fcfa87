package org.eventops.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SleepWatchTest {
    private static final Instant NOW = Instant.parse("2027-03-13T01:00:00Z");

    private final SleepWatch watch = new SleepWatch(Duration.ofSeconds(15), NOW);

    private boolean after(int seconds, boolean lidShut) {
        return watch.left(NOW.plusSeconds(seconds), lidShut);
    }

    @Test
    void aLidThatIsShutIsNoticedOnceAndAgainAfterItWasOpen() {
        assertThat(after(5, false)).isFalse();
        assertThat(after(10, true)).isTrue();
        assertThat(after(15, true)).as("a second screen is used").isFalse();
        assertThat(after(20, false)).isFalse();
        assertThat(after(25, true)).isTrue();
    }

    @Test
    void timeThatNobodyWasToldIsSleep() {
        assertThat(after(15, false)).isFalse();
        assertThat(after(31, false)).isTrue();
        assertThat(after(36, false)).isFalse();
        assertThat(after(30, false)).as("put back").isFalse();
    }
}
