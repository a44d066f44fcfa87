package org.eventops.persistence.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eventops.persistence.journal.Mutation;
import org.junit.jupiter.api.Test;

class StampsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456789Z");

    private Instant now = NOON;
    private final InstantSource time = () -> now;
    private final Stamps stamps =
            new Stamps(
                    () -> new UUID(7, 7), time.withZone(ZoneOffset.UTC), 41, NOON.minusSeconds(60));

    @Test
    void givesWholeMicrosecondsAndTheNextNumber() {
        Mutation first = stamps.next(Mutation.Origin.HERE);
        assertThat(first.number()).isEqualTo(42);
        assertThat(first.at()).isEqualTo("2026-11-21T12:00:00.123456Z");
    }

    @Test
    void neverGivesATimeTwiceNorAnEarlierOneWhenTheClockIsSetBack() {
        Instant first = stamps.next(Mutation.Origin.HERE).at();
        now = NOON.minusSeconds(86_400);
        Instant second = stamps.next(Mutation.Origin.HUB).at();
        assertThat(second).isEqualTo(first.plusNanos(1_000));
    }

    @Test
    void isAfterWhatWasSeenOfOthers() {
        stamps.seen(NOON.plusSeconds(5));
        stamps.seen(NOON.minusSeconds(5));
        assertThat(stamps.next(Mutation.Origin.HERE).at()).isAfter(NOON.plusSeconds(5));
    }

    @Test
    void isAfterWhatTheStoreHadSeenBefore() {
        Stamps later =
                new Stamps(
                        () -> new UUID(7, 7),
                        time.withZone(ZoneOffset.UTC),
                        41,
                        NOON.plusSeconds(60));
        assertThat(later.next(Mutation.Origin.HERE).at()).isAfter(NOON.plusSeconds(60));
    }
}
