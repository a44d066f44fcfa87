package org.eventops.launcher.wiring;

import org.eventops.domain.people.PeopleService;
import org.eventops.domain.people.PinService;
import org.eventops.domain.people.WaysIn;
import org.eventops.domain.unlock.KeyChanges;
import org.eventops.persistence.Store;

/** Who works here, and how they come in. */
final class PeopleWiring {
    private PeopleWiring() {}

    static PeopleService over(Store store, KeyChanges keys, PinService pins) {
        return new PeopleService(
                store.transactions(),
                store.people(),
                store.access(),
                new WaysIn(keys, pins, store.audit()));
    }
}
