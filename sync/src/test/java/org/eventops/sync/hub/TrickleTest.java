package org.eventops.sync.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An answer that comes by drops is no answer; one that comes late, or slowly, is. */
class TrickleTest {
    private long now;
    private Duration each = Duration.ZERO;
    private int bytes = 1;
    private final Trickle trickle = new Trickle(() -> now);
    private final InputStream in =
            trickle.of(
                    new InputStream() {
                        @Override
                        public int read() {
                            now += each.toNanos();
                            return 7;
                        }

                        @Override
                        public int read(byte[] into, int at, int most) {
                            now += each.toNanos();
                            return bytes;
                        }
                    });
    private final OutputStream out = trickle.of(new ByteArrayOutputStream());

    private void reads(int times) throws IOException {
        byte[] into = new byte[10_000];
        for (int i = 0; i < times; i++) {
            assertThat(in.read(into, 0, into.length)).isEqualTo(bytes);
        }
    }

    @Test
    void aByteASecondIsGivenUp() throws IOException {
        each = Duration.ofSeconds(1);
        reads(15);
        assertThatThrownBy(() -> reads(1)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void aHubThatWorksLongBeforeItAnswersIsWaitedFor() throws IOException {
        each = Duration.ofMinutes(5);
        reads(1);
        each = Duration.ofMillis(1);
        reads(100);
    }

    @Test
    void aSlowWireIsWaitedFor() throws IOException {
        each = Duration.ofSeconds(1);
        bytes = 200;
        reads(1000);
    }

    @Test
    void eachAnswerIsJudgedForItself() throws IOException {
        each = Duration.ofSeconds(1);
        for (int i = 0; i < 100; i++) {
            out.write(new byte[10], 0, 10);
            reads(10);
        }
    }
}
