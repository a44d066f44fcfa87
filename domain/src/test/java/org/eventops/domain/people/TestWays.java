package org.eventops.domain.people;

import java.time.Clock;
import org.eventops.domain.access.Access;
import org.eventops.domain.audit.FakeAudit;
import org.eventops.domain.settings.MemorySettings;
import org.eventops.domain.unlock.MemoryKeyring;

/** How people come in, in memory. */
final class TestWays {
    private TestWays() {}

    static WaysIn into(FakePeople store, Access access, MemoryKeyring ring) {
        FakeAudit audit = new FakeAudit();
        PinService pins =
                new PinService(store, new MemorySettings(), access, audit, Clock.systemUTC());
        return new WaysIn(ring.changes(ring.openKey()), pins, audit);
    }
}
