package org.eventops.persistence.door;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.door.Scan;
import org.eventops.domain.door.ScanId;
import org.eventops.domain.event.EventId;
import org.eventops.domain.exchange.ScanEntry;

/** All scans of an event, as a file has them. */
public final class ScanArchive {
    private static final int CHUNK = 500;

    private final DoorRows rows;

    public ScanArchive(DoorRows rows) {
        this.rows = rows;
    }

    public List<UUID> ids(EventId event) {
        return ids("SELECT id FROM scan WHERE scope = :scope", event);
    }

    /** Keys of the scans that were taken back. */
    public List<UUID> undone(EventId event) {
        return ids("SELECT scan_id FROM scan_undo WHERE scope = :scope", event);
    }

    private List<UUID> ids(String query, EventId event) {
        return rows.session()
                .createNativeQuery(query, UUID.class)
                .setParameter("scope", event.value())
                .getResultList();
    }

    /**
     * Those that the store holds of another event.
     *
     * @param own the event that they are to be of; empty if it is not there yet
     */
    public Set<ScanId> elsewhere(Optional<EventId> own, List<ScanEntry> entries) {
        Set<ScanId> found = new HashSet<>();
        Set<UUID> here = new HashSet<>(own.map(this::ids).orElse(List.of()));
        if (entries.isEmpty() || all() == here.size()) {
            return found;
        }
        List<UUID> ids =
                entries.stream()
                        .map(each -> each.id().value())
                        .filter(id -> !here.contains(id))
                        .toList();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<UUID> some = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            rows.session()
                    .createNativeQuery("SELECT id FROM scan WHERE id IN (:ids)", UUID.class)
                    .setParameterList("ids", some)
                    .getResultList()
                    .forEach(id -> found.add(new ScanId(id)));
        }
        return found;
    }

    private long all() {
        return rows.session()
                .createNativeQuery("SELECT COUNT(*) FROM scan", Long.class)
                .getSingleResult();
    }

    public void add(Scan scan) {
        rows.insert(scan);
        addUndo(scan);
    }

    /** Keeps that the scan was taken back, if it was. */
    public void addUndo(Scan scan) {
        Optional.ofNullable(scan.undone())
                .ifPresent(undo -> rows.insertUndo(scan.id().value(), scan.event().value(), undo));
    }

    /** By id. */
    public List<ScanEntry> entries(EventId event) {
        Map<UUID, String> lists = new HashMap<>();
        rows.listRows(event.value()).forEach(row -> lists.put(row.id, row.name));
        return rows
                .scans(
                        "SELECT {s.*}, {u.*}, t.code AS ticket_code FROM scan s"
                                + " LEFT JOIN scan_undo u ON u.scan_id = s.id"
                                + " LEFT JOIN ticket t ON t.id = s.ticket_id"
                                + " WHERE s.scope = :scope ORDER BY s.id")
                .addScalar("ticket_code", String.class)
                .setParameter("scope", event.value())
                .getResultList()
                .stream()
                .map(c -> entry(DoorRows.scan(c), (String) c[2], lists))
                .toList();
    }

    private static ScanEntry entry(Scan scan, String ticket, Map<UUID, String> lists) {
        return new ScanEntry(
                scan.id(),
                java.util.Objects.requireNonNull(lists.get(scan.list().value())),
                ticket,
                scan.code(),
                scan.kind(),
                scan.verdict(),
                scan.at(),
                scan.gate(),
                scan.device(),
                scan.operator(),
                scan.override(),
                scan.undone());
    }
}
