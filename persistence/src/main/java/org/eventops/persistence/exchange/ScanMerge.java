package org.eventops.persistence.exchange;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.door.ListId;
import org.eventops.domain.door.ListRow;
import org.eventops.domain.door.Scan;
import org.eventops.domain.event.EventId;
import org.eventops.domain.exchange.MergeCounts;
import org.eventops.domain.exchange.ScanEntry;
import org.eventops.domain.ticketing.TicketId;
import org.eventops.persistence.door.HibernateDoorQueries;
import org.eventops.persistence.door.ScanArchive;
import org.eventops.persistence.ticketing.TicketingRows;

/** Scans of a file into the store: only ever added, in the order of their time. */
final class ScanMerge {
    private final TicketingRows ticketing;
    private final HibernateDoorQueries doors;
    private final ScanArchive archive;

    ScanMerge(TicketingRows ticketing, HibernateDoorQueries doors, ScanArchive archive) {
        this.ticketing = ticketing;
        this.doors = doors;
        this.archive = archive;
    }

    MergeCounts merge(EventId event, List<ScanEntry> scans) {
        if (scans.isEmpty()) {
            return MergeCounts.NONE;
        }
        Map<String, ListId> lists = new HashMap<>();
        for (ListRow row : doors.lists(event)) {
            lists.put(row.list().name(), row.id());
        }
        Map<String, UUID> tickets = ticketing.ticketIds(event.value());
        Set<UUID> there = new HashSet<>(archive.ids(event));
        Set<UUID> undone = new HashSet<>(archive.undone(event));
        List<ScanEntry> inOrder =
                scans.stream()
                        .sorted(
                                Comparator.comparing(ScanEntry::at)
                                        .thenComparing(scan -> scan.id().value()))
                        .toList();
        int created = 0;
        int updated = 0;
        for (ScanEntry entry : inOrder) {
            UUID id = entry.id().value();
            Scan scan = scan(event, entry, lists, tickets);
            if (there.add(id)) {
                archive.add(scan);
                created++;
            } else if (entry.undone() != null && !undone.contains(id)) {
                archive.addUndo(scan);
                updated++;
            }
        }
        return new MergeCounts(created, updated, scans.size() - created - updated);
    }

    private static Scan scan(
            EventId event, ScanEntry entry, Map<String, ListId> lists, Map<String, UUID> tickets) {
        ListId list = lists.get(entry.list());
        UUID ticket = entry.ticket() == null ? null : tickets.get(entry.ticket());
        if (list == null || (entry.ticket() != null && ticket == null)) {
            throw new IllegalArgumentException("a scan of a list or ticket that is not there");
        }
        return new Scan(
                entry.id(),
                event,
                list,
                ticket == null ? null : new TicketId(ticket),
                entry.code(),
                entry.kind(),
                entry.verdict(),
                entry.at(),
                entry.gate(),
                entry.device(),
                entry.operator(),
                entry.override(),
                entry.undone());
    }
}
