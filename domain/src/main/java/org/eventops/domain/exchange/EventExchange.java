package org.eventops.domain.exchange;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;
import org.eventops.domain.change.Progress;
import org.eventops.domain.door.ScanId;

/** Whole events in and out of the store. Every method is called inside a transaction. */
public interface EventExchange {
    /** All that the store holds of the event, lists sorted by key, scans by id. */
    @Needs(value = Permission.EXPORT, wide = true)
    Optional<EventContent> load(String slug);

    /** Those of these scans that the store holds of another event than this one. */
    @Needs(value = Permission.IMPORT, wide = true)
    Set<ScanId> elsewhere(String slug, List<ScanEntry> scans);

    /**
     * Makes the store hold what the content names: inserts what is new, updates what differs, by
     * natural key; leaves what is not named; only ever adds revoked codes and scans. What it says
     * of people who were erased at this event is left out. Built for 100,000 tickets.
     *
     * @return one count for each keyed thing (the event itself, each date, product, promo,
     *     question, gate, list, order, ticket, revoked code, key, scan), apart for tickets
     * @throws java.util.concurrent.CancellationException when progress says cancelled
     */
    @Needs(value = Permission.IMPORT, wide = true)
    Merged merge(EventContent content, Progress progress);

    /**
     * @param all every keyed thing, tickets among them
     * @param tickets the tickets only
     * @param erased tickets of these that came in without naming somebody who was erased
     */
    record Merged(MergeCounts all, MergeCounts tickets, int erased) {}
}
