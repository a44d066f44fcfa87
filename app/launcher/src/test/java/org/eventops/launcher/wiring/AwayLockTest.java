package org.eventops.launcher.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.sync.engine.Hub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwayLockTest {
    private static final Instant MET = Instant.parse("2026-10-31T23:00:00Z");

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    private OpenConsole console;

    @BeforeEach
    void open() {
        console = OpenConsole.open(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        console.close();
    }

    private AwayLock after(Duration away) {
        return new AwayLock(console.store(), Clock.fixed(MET.plus(away), ZoneOffset.UTC));
    }

    private void met(int days) {
        after(Duration.ZERO)
                .heard(
                        new Hub.Welcome(
                                new UUID(1, 1),
                                new UUID(1, 2),
                                "Puerta",
                                "door",
                                MET,
                                30,
                                days,
                                true));
    }

    @Test
    void locksWhenTheHubWasAwayForLongerThanTheOrganisationPermits() {
        met(12);
        assertThat(after(Duration.ofDays(11)).locked()).isFalse();
        assertThat(after(Duration.ofDays(12).plusSeconds(1)).locked()).isTrue();
    }

    @Test
    void opensWithTheFirstAnswerAndStaysOpenAfterARestart() {
        met(12);
        AwayLock lock = after(Duration.ofDays(20));
        assertThat(lock.locked()).isTrue();
        lock.answered(MET.plus(Duration.ofDays(20)));
        assertThat(lock.locked()).isFalse();
        assertThat(after(Duration.ofDays(31)).locked()).isFalse();
        assertThat(after(Duration.ofDays(33)).locked()).isTrue();
    }

    @Test
    void neverLocksWhoseHubHasNotSaidHowLong() {
        AwayLock lock = after(Duration.ofDays(400));
        assertThat(lock.locked()).isFalse();
        lock.answered(MET);
        assertThat(lock.locked()).isFalse();
        assertThat(after(Duration.ofDays(400)).locked()).isFalse();
    }

    @Test
    void neverLocksWhileAnEventIsOn() {
        met(12);
        new BigEvent(1, 0).into(console);
        assertThat(after(Duration.ofDays(20).minusHours(5)).locked()).isTrue();
        assertThat(after(Duration.ofDays(20).minusHours(3)).locked()).isFalse();
        assertThat(after(Duration.ofDays(20).plusHours(8)).locked()).isFalse();
        assertThat(after(Duration.ofDays(20).plusHours(11)).locked()).isTrue();
    }
}
