package org.eventops.domain.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShieldedTimeTest {
    private long now;
    private int asked;
    private boolean there;

    private final NetworkTime time =
            new ShieldedTime(
                    () -> {
                        asked++;
                        if (!there) {
                            throw new IOException("no network");
                        }
                        return Duration.ofMillis(3);
                    },
                    () -> now);

    @Test
    void aNetworkThatIsNotThereIsAskedTwiceAndThenLeftAlone() throws IOException {
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(time::ahead).isInstanceOf(IOException.class);
        }
        assertThat(asked).isEqualTo(2);
        there = true;
        assertThatThrownBy(time::ahead).isInstanceOf(IOException.class);
        now += Duration.ofMinutes(1).toNanos();
        assertThat(time.ahead()).isEqualTo(Duration.ofMillis(3));
        assertThat(time.ahead()).isEqualTo(Duration.ofMillis(3));
        assertThat(asked).isEqualTo(4);
    }
}
