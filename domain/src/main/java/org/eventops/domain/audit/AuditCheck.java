package org.eventops.domain.audit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eventops.domain.audit.AuditLine.Link;
import org.eventops.domain.audit.AuditVerdict.Fault;
import org.eventops.domain.audit.AuditVerdict.Head;
import org.eventops.domain.audit.AuditVerdict.Kind;

/**
 * Holds lines against their hashes, against each other and against the journal. A chain may fork,
 * as when a copy of the store was put back and written on: each line then still hangs on one before
 * it.
 */
public final class AuditCheck {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Map<UUID, String> journalled;
    private final Set<String> known = new HashSet<>();
    private final Map<Integer, Head> heads = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<UUID, Link> bare = new HashMap<>();
    private final Set<UUID> forgotten = new HashSet<>();
    private long lines;
    private final Set<UUID> unconfirmed = new HashSet<>();

    /**
     * @param journalled the hash of each line that the journal knows
     */
    public AuditCheck(Map<UUID, String> journalled) {
        this.journalled = new HashMap<>(journalled);
    }

    /** The next line; chain by chain, in order. */
    public void take(AuditLine line) {
        Link link = line.link();
        lines++;
        String written = journalled.remove(line.id());
        if (written == null) {
            unconfirmed.add(line.id());
        }
        if (!AuditSeal.hash(line).equals(link.hash())
                || (written != null && !written.equals(link.hash()))) {
            fault(Kind.CHANGED, line);
        }
        if (line.wasStripped()) {
            bare.put(line.id(), link);
        } else if (!AuditSeal.digest(line.details(), line.salt()).equals(link.digest())) {
            fault(Kind.DETAILS_CHANGED, line);
        }
        boolean hangs =
                link.number() == 1
                        ? link.previous().isEmpty()
                        : known.contains(place(link.number() - 1, link.previous()));
        if (!hangs) {
            fault(Kind.BEFORE_MISSING, line);
        }
        known.add(place(link.number(), link.hash()));
        heads.put(link.chain(), new Head(link.chain(), link.number(), link.hash()));
        if (line.what().deed() == Deed.FORGOTTEN) {
            forgotten.addAll(AuditDetails.lines(line.details()));
        }
    }

    private static String place(long number, String hash) {
        return number + " " + hash;
    }

    private void fault(Kind kind, AuditLine line) {
        faults.add(new Fault(kind, line.link().chain(), line.link().number(), line.id()));
    }

    /** Whether lines were seen that stand in no journal, as far as it was read. */
    boolean doubts() {
        return !unconfirmed.isEmpty();
    }

    /**
     * Another look, for what was written while the lines were read.
     *
     * @param later the hash of each line that the journal knows by now
     */
    void confirm(Map<UUID, String> later) {
        unconfirmed.removeAll(later.keySet());
    }

    /**
     * @param heads hashes of lines that were the end of a chain once
     */
    public AuditVerdict end(Collection<String> heads) {
        bare.forEach(
                (id, link) -> {
                    if (!forgotten.contains(id)) {
                        faults.add(new Fault(Kind.DETAILS_GONE, link.chain(), link.number(), id));
                    }
                });
        journalled.keySet().forEach(id -> faults.add(new Fault(Kind.GONE, 0, 0, id)));
        for (String head : heads) {
            if (known.stream().noneMatch(each -> each.endsWith(" " + head))) {
                faults.add(new Fault(Kind.HEAD_GONE, 0, 0, NOBODY));
            }
        }
        return new AuditVerdict(
                lines, bare.size(), unconfirmed.size(), List.copyOf(this.heads.values()), faults);
    }
}
