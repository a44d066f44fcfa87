package org.eventops.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eventops.domain.access.Access;
import org.eventops.domain.audit.FakeAudit;
import org.eventops.domain.settings.MemorySettings;
import org.junit.jupiter.api.Test;

class PinServiceTest {
    private static final Instant NOW = Instant.parse("2027-03-12T20:00:00Z");

    private final FakePeople store = new FakePeople();
    private final MemorySettings settings = new MemorySettings();

    private PinService at(Instant now) {
        return new PinService(
                store, settings, new Access(), new FakeAudit(), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void aClockThatWasAheadCostsOneWaitFromWhenItIsSetRight() {
        at(NOW).set("Eva", "4821");
        settings.put("people.tries.Eva", "3@2110000000000");
        PinCheck wait = new PinCheck.Wait(NOW.plusSeconds(30));
        assertThat(at(NOW).check("Eva", "4821")).isEqualTo(wait);
        assertThat(at(NOW.plusSeconds(29)).check("Eva", "4821")).isEqualTo(wait);
        assertThat(at(NOW.plusSeconds(30)).check("Eva", "4821")).isEqualTo(new PinCheck.Right());
    }
}
