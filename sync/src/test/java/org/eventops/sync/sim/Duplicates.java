package org.eventops.sync.sim;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eventops.sync.engine.FeedTransaction.Op;
import org.jspecify.annotations.Nullable;

/** Entries that follow an entry: docs/sync.md, "Scans". */
final class Duplicates {
    private record Place(UUID list, UUID ticket) {}

    private final HubTransaction tx;
    private final Set<Bug> bugs;
    private final Set<Place> touched = new LinkedHashSet<>();

    Duplicates(HubTransaction tx, Set<Bug> bugs) {
        this.tx = tx;
        this.bugs = bugs;
    }

    /** The id of the alert of a scan. */
    static UUID alert(UUID scan) {
        return UUID.nameUUIDFromBytes(("duplicate " + scan).getBytes(StandardCharsets.UTF_8));
    }

    void touched(Map<String, @Nullable Object> scan) {
        if (scan.get("ticket_id") instanceof UUID ticket) {
            touched.add(new Place((UUID) Objects.requireNonNull(scan.get("list_id")), ticket));
        }
    }

    void undone(Map<String, @Nullable Object> undo) {
        Map<String, @Nullable Object> scan =
                tx.row(new Key("scan", (UUID) Objects.requireNonNull(undo.get("scan_id"))));
        if (scan != null && !bugs.contains(Bug.UNDO_IGNORED)) {
            touched(scan);
        }
    }

    void settle() {
        touched.forEach(this::settle);
    }

    private void settle(Place place) {
        List<UUID> scans = scans(place);
        Map<UUID, UUID> double_ = doubled(tx.state.rows, scans, place.list());
        for (UUID scan : scans) {
            UUID first = double_.get(scan);
            Key alert = new Key("conflict", alert(scan));
            Map<String, @Nullable Object> raised = tx.row(alert);
            if (first != null && raised == null) {
                raise(scan, first);
            } else if (first != null && raised != null && "hub".equals(raised.get("resolved_by"))) {
                mark(alert, raised, null, null, null);
            } else if (first == null && raised != null && raised.get("resolved") == null) {
                mark(alert, raised, Conflicts.time(tx.now), "hub", "undone");
            }
        }
    }

    private List<UUID> scans(Place place) {
        List<UUID> scans = new ArrayList<>();
        for (UUID id : tx.state.scanOrder) {
            Map<String, @Nullable Object> scan = tx.row(new Key("scan", id));
            if (scan != null
                    && place.list().equals(scan.get("list_id"))
                    && place.ticket().equals(scan.get("ticket_id"))) {
                scans.add(id);
            }
        }
        if (bugs.contains(Bug.DUPLICATES_BY_CONSOLE_TIME)) {
            scans.sort(Comparator.comparing(this::at));
        }
        if (bugs.contains(Bug.OVERRIDE_COUNTS)) {
            return scans;
        }
        return scans;
    }

    private OffsetDateTime at(UUID scan) {
        return (OffsetDateTime)
                Objects.requireNonNull(
                        Objects.requireNonNull(tx.row(new Key("scan", scan))).get("at"));
    }

    /** Each doubled scan with the one before it. */
    Map<UUID, UUID> doubled(
            Map<Key, Map<String, @Nullable Object>> rows, List<UUID> scans, UUID listId) {
        Map<String, @Nullable Object> list = rows.get(new Key("checkin_list", listId));
        Map<UUID, UUID> doubled = new LinkedHashMap<>();
        if (list != null && Row.is(list, "multiple_entry")) {
            return doubled;
        }
        Set<UUID> undone = allUndone(rows);
        UUID in = null;
        for (UUID id : scans) {
            Map<String, @Nullable Object> scan =
                    Objects.requireNonNull(rows.get(new Key("scan", id)));
            if (undone.contains(id)) {
                continue;
            }
            if ("EXITED".equals(scan.get("verdict"))) {
                in = list != null && Row.is(list, "reentry_after_exit") ? null : in;
            } else if (counts(scan)) {
                if (in != null) {
                    doubled.put(id, in);
                }
                in = id;
            }
        }
        return doubled;
    }

    private boolean counts(Map<String, @Nullable Object> scan) {
        return "ADMITTED".equals(scan.get("verdict"))
                && "ENTRY".equals(scan.get("kind"))
                && (scan.get("override_reason") == null || bugs.contains(Bug.OVERRIDE_COUNTS));
    }

    private Set<UUID> allUndone(Map<Key, Map<String, @Nullable Object>> rows) {
        Set<UUID> undone = new HashSet<>();
        if (!bugs.contains(Bug.UNDO_IGNORED)) {
            rows.forEach(
                    (key, row) -> {
                        if (key.table().equals("scan_undo")
                                && row.get("scan_id") instanceof UUID id) {
                            undone.add(id);
                        }
                    });
        }
        return undone;
    }

    private void raise(UUID scan, UUID first) {
        Map<String, @Nullable Object> later = Objects.requireNonNull(tx.row(new Key("scan", scan)));
        Map<String, @Nullable Object> row =
                new LinkedHashMap<>(
                        Conflicts.of(
                                tx, new Key("scan", scan), "DUPLICATE_ENTRY", null, scan, first));
        row.put("id", alert(scan));
        row.put("what", String.valueOf(later.get("ticket_id")));
        tx.raise(Row.scope(later), row);
    }

    private void mark(
            Key alert,
            Map<String, @Nullable Object> raised,
            @Nullable Object resolved,
            @Nullable String by,
            @Nullable String taken) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("resolved", resolved);
        fields.put("resolved_by", by);
        fields.put("taken", taken);
        tx.set(alert, Row.with(raised, fields));
        fields.keySet().forEach(name -> tx.version(alert, name, tx.version));
        tx.tell(Row.scope(raised), Op.FIELDS, alert, fields);
    }
}
