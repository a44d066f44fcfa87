package org.eventops.domain.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import org.eventops.domain.change.LocalChanges.Subscription;
import org.eventops.domain.change.Progress;
import org.eventops.domain.readiness.Finding.Level;
import org.eventops.domain.sync.SyncControl;
import org.eventops.domain.sync.SyncStatus;
import org.eventops.domain.sync.SyncStatus.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncLookTest {
    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");

    private record Stands(SyncStatus status) implements SyncControl {
        @Override
        public Subscription listen(Consumer<SyncStatus> listener) {
            return () -> {};
        }

        @Override
        public Optional<Connection> connection() {
            return Optional.empty();
        }

        @Override
        public ConnectOutcome connect(byte[] bundle, char[] passphrase, Progress progress) {
            return new ConnectOutcome.Expired();
        }

        @Override
        public void now() {
            // stands still
        }
    }

    private static Finding find(
            State state, int waiting, boolean ready, int conflicts, @Nullable Duration ahead) {
        SyncStatus status =
                new SyncStatus(
                        state,
                        waiting,
                        null,
                        NOW.minusSeconds(600),
                        null,
                        conflicts,
                        null,
                        0.5,
                        ready,
                        0,
                        0,
                        ahead);
        return new SyncLook(new Stands(status), Clock.fixed(NOW, ZoneOffset.UTC)).find();
    }

    @ParameterizedTest
    @CsvSource({
        "ALONE, true, GOOD, none",
        "OFF, true, ADVICE, off",
        "UP_TO_DATE, true, GOOD, upToDate",
        "EXCHANGING, true, GOOD, sending",
        "LOADING, false, BAD, loading",
        "LOADING, true, ADVICE, loadingRest",
        "UNREACHABLE, true, ADVICE, away",
        "UNREACHABLE, false, BAD, notLoaded",
        "LOCKED, true, BAD, locked"
    })
    void judgesWhetherTheDoorCanOpen(State state, boolean ready, Level level, String what) {
        Finding found = find(state, 0, ready, 0, null);
        assertThat(found.level()).isEqualTo(level);
        assertThat(found.what()).isEqualTo(what);
    }

    @Test
    void saysHowLongTheHubHasBeenAwayAndWhatWaits() {
        assertThat(find(State.UNREACHABLE, 7, true, 0, null).facts()).containsExactly(7, 10L);
    }

    @Test
    void somethingToDecideIsWorthALook() {
        assertThat(find(State.UP_TO_DATE, 0, true, 2, null))
                .isEqualTo(Finding.advice(Topic.SYNC, "conflicts", 2));
    }

    @ParameterizedTest
    @CsvSource({"2000, GOOD", "-2001, ADVICE", "60000, ADVICE", "-60001, BAD"})
    void comparesTheClockWithTheHubs(long millis, Level level) {
        assertThat(find(State.UP_TO_DATE, 0, true, 0, Duration.ofMillis(millis)).level())
                .isEqualTo(level);
    }
}
