package org.eventops.domain.privacy;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eventops.domain.audit.AuditLog;
import org.eventops.domain.event.EventId;

/** Takes a person out of the rows that name them; inside a transaction. */
final class Erasing {
    /** What can be emptied or deleted; scans and what was done stay as they happened. */
    private static final List<Part> EMPTIED =
            List.of(Part.TICKET, Part.ORDER, Part.CONFLICT, Part.PERSON, Part.STAFF, Part.SPONSOR);

    private final PersonalRows rows;
    private final AuditLog audit;
    private final Instant at;
    private final String by;
    private final String reason;

    Erasing(PersonalRows rows, AuditLog audit, Instant at, String by, String reason) {
        this.rows = rows;
        this.audit = audit;
        this.at = at;
        this.by = by;
        this.reason = reason;
    }

    /** Whether something is taken away from such a row. */
    static boolean touches(Part part) {
        return EMPTIED.contains(part) || part == Part.CONSENT;
    }

    /** What it would change. */
    static Map<Part, Integer> plan(PersonalData data) {
        Map<Part, Integer> plan = new EnumMap<>(Part.class);
        data.rows().stream()
                .filter(row -> touches(row.part()))
                .filter(row -> !isEmptied(row))
                .forEach(row -> plan.merge(row.part(), 1, Integer::sum));
        return plan;
    }

    private static boolean isEmptied(PersonalRow row) {
        return switch (row.part()) {
            case TICKET, ORDER -> !row.saysWho();
            case CONFLICT ->
                    "DUPLICATE_ENTRY".equals(row.text("kind"))
                            || Stream.of("what", "loser", "winner")
                                    .allMatch(each -> row.text(each) == null);
            default -> false;
        };
    }

    Map<Part, Integer> erase(PersonalData data) {
        Map<Part, Integer> changed = new EnumMap<>(Part.class);
        remember(data);
        for (Part part : EMPTIED) {
            List<UUID> ids = data.of(part).stream().map(PersonalRow::id).toList();
            int count = erase(part, ids);
            if (count > 0) {
                changed.put(part, count);
            }
        }
        data.of(Part.CONSENT).forEach(this::withdraw);
        if (!data.of(Part.CONSENT).isEmpty()) {
            changed.put(Part.CONSENT, data.of(Part.CONSENT).size());
        }
        return changed;
    }

    /** What the audit told of these rows goes with what they said. */
    int erase(Part part, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        audit.forget(ids);
        return rows.erase(part, ids, at, by);
    }

    /** The lines of this transaction tell what was done, and not what stood there before. */
    void remember(UUID scope, String digest) {
        rows.remember(new EventId(scope), digest, at, by, reason);
    }

    void withdraw(PersonalRow consent) {
        audit.forget(List.of(consent.id()));
        Optional.ofNullable(consent.text("subject"))
                .flatMap(Subject::contact)
                .ifPresent(
                        subject ->
                                rows.withdraw(consent.id(), subject.digest(consent.scope()), at));
    }

    private void remember(PersonalData data) {
        Map<UUID, Set<Subject>> again = new HashMap<>();
        data.rows().stream()
                .filter(row -> touches(row.part()))
                .forEach(
                        row ->
                                again.computeIfAbsent(row.scope(), unused -> new LinkedHashSet<>())
                                        .addAll(subjects(data.subject(), row)));
        again.forEach(
                (scope, subjects) -> subjects.forEach(each -> remember(scope, each.digest(scope))));
    }

    /**
     * A row of a file may bring them back under their address, their number or the code of a
     * ticket. What else stands on a ticket, such as the number of whoever bought it, may be
     * another's.
     */
    private static Set<Subject> subjects(Subject self, PersonalRow row) {
        Set<Subject> all = new LinkedHashSet<>(Set.of(self));
        if (row.part() == Part.TICKET) {
            Optional.ofNullable(row.text("code")).map(Subject::ticket).ifPresent(all::add);
        }
        return all;
    }
}
