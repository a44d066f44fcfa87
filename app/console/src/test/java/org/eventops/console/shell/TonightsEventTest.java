package org.eventops.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.event.EventStatus;
import org.eventops.domain.event.EventType;
import org.junit.jupiter.api.Test;

class TonightsEventTest {
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

    @Test
    void isTheOneThatIsOn() {
        EventRow gala = event("gala", EventStatus.IN_PROGRESS, START);
        EventRow later = event("later", EventStatus.ON_SALE, START.plus(Duration.ofHours(5)));
        Instant now = START.plus(Duration.ofHours(1));
        assertThat(TonightsEvent.of(List.of(later, gala), now)).contains(gala);
    }

    @Test
    void isTheNextOneInTheHoursBefore() {
        EventRow gala = event("gala", EventStatus.SOLD_OUT, START);
        assertThat(TonightsEvent.of(List.of(gala), START.minus(Duration.ofHours(6))))
                .contains(gala);
        assertThat(TonightsEvent.of(List.of(gala), START.minus(Duration.ofHours(7)))).isEmpty();
    }

    @Test
    void isStillOnForAWhileAfterItsEnd() {
        EventRow gala = event("gala", EventStatus.ON_SALE, START);
        assertThat(TonightsEvent.of(List.of(gala), START.plus(Duration.ofHours(5)))).contains(gala);
        assertThat(TonightsEvent.of(List.of(gala), START.plus(Duration.ofHours(6)))).isEmpty();
    }

    @Test
    void isNoneThatNobodyCanEnter() {
        EventRow draft = event("draft", EventStatus.DRAFT, START);
        EventRow off = event("off", EventStatus.CANCELLED, START);
        assertThat(TonightsEvent.of(List.of(draft, off), START)).isEmpty();
    }

    private static EventRow event(String slug, EventStatus status, Instant starts) {
        return new EventRow(
                new EventId(UUID.nameUUIDFromBytes(new byte[] {(byte) slug.hashCode()})),
                slug,
                slug,
                EventType.CONCERT,
                status,
                ZoneId.of("America/Bogota"),
                starts,
                starts.plus(Duration.ofHours(3)),
                null,
                null,
                null,
                0,
                0);
    }
}
