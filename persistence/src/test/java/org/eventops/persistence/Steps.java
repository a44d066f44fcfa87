package org.eventops.persistence;

import java.time.Clock;
import java.util.Map;
import org.eventops.domain.change.Progress;
import org.eventops.domain.door.CheckinService;
import org.eventops.domain.door.Operator;
import org.eventops.domain.door.ScanRequest;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.event.EventId;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.MergeCounts;

/** What the tests do with an open store. */
final class Steps {
    private static final Clock CLOCK = Clock.systemUTC();

    private Steps() {}

    static EventId filled(Store store) {
        merge(store, Samples.event("gala", 5));
        return id(store);
    }

    static EventId id(Store store) {
        return store.transactions().read(() -> store.events().row("gala")).orElseThrow().id();
    }

    static MergeCounts merge(Store store, EventContent content) {
        return store.transactions()
                .write(() -> store.exchange().merge(content, Progress.NONE))
                .all();
    }

    static EventContent load(Store store, String slug) {
        return store.transactions().read(() -> store.exchange().load(slug)).orElseThrow();
    }

    static Verdict scan(Store store, EventId event, String code) {
        try (CheckinService checkins = checkins(store)) {
            return scan(checkins, event, code);
        }
    }

    static CheckinService checkins(Store store) {
        return new CheckinService(
                store.transactions(),
                store.doors(),
                store.ids(),
                store.changes(),
                CLOCK,
                store.meter());
    }

    static Verdict scan(CheckinService checkins, EventId event, String code) {
        ScanRequest request =
                new ScanRequest(
                        code,
                        org.eventops.domain.door.ScanKind.ENTRY,
                        Samples.START,
                        "north",
                        Map.of(),
                        false,
                        null);
        return checkins.checkin(event, "Main", request, Operator.steward("Luz"), "test")
                .decision()
                .verdict();
    }
}
