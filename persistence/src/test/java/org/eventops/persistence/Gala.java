package org.eventops.persistence;

import org.eventops.domain.change.Progress;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.event.EventId;

/** An event in a store, for the tests of other packages. */
public final class Gala {
    private Gala() {}

    /** With so many orders of one ticket each (t0, t1 …). */
    public static EventId made(Store store, int orders) {
        return made(store, "gala", orders);
    }

    public static EventId made(Store store, String slug, int orders) {
        store.transactions()
                .bulk(() -> store.exchange().merge(Samples.event(slug, orders), Progress.NONE));
        return store.transactions().read(() -> store.events().row(slug)).orElseThrow().id();
    }

    public static Verdict scanned(Store store, EventId event, String code) {
        return Steps.scan(store, event, code);
    }
}
