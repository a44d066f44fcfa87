package org.eventops.persistence.door;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eventops.domain.door.DoorCounts;
import org.eventops.domain.door.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one list, or of all lists of an event, kept by adding each new scan once. What is
 * undone makes it count anew.
 */
final class ListTally {
    private static final int MINUTES = 60;

    private final Map<UUID, Boolean> inside = new HashMap<>();
    private final Map<String, Integer> products = new HashMap<>();
    private final Map<String, Integer> gates = new HashMap<>();
    private final Map<Verdict, Integer> refused = new EnumMap<>(Verdict.class);
    private final TreeMap<Instant, Integer> perMinute = new TreeMap<>();
    private int insideNow;
    long recorded = -1;
    int undone;

    /** One scan that is not undone, in the order of recording. */
    void add(
            long number,
            @Nullable UUID ticket,
            @Nullable String product,
            Verdict verdict,
            @Nullable String gate,
            Instant at) {
        recorded = Math.max(recorded, number);
        if (!verdict.counts()) {
            refused.merge(verdict, 1, Integer::sum);
            return;
        }
        boolean entry = verdict == Verdict.ADMITTED;
        if (entry) {
            gates.merge(gate == null ? "" : gate, 1, Integer::sum);
            perMinute.merge(at.truncatedTo(ChronoUnit.MINUTES), 1, Integer::sum);
        }
        if (ticket != null) {
            move(ticket, product, entry);
        }
    }

    private void move(UUID ticket, @Nullable String product, boolean entry) {
        Boolean was = inside.get(ticket);
        if (was == null && !entry) {
            return;
        }
        if (was == null) {
            products.merge(product == null ? "" : product, 1, Integer::sum);
        }
        insideNow += (entry ? 1 : 0) - (Boolean.TRUE.equals(was) ? 1 : 0);
        inside.put(ticket, entry);
    }

    DoorCounts counts(int tickets, Instant asOf) {
        Instant first =
                asOf.truncatedTo(ChronoUnit.MINUTES).minus(MINUTES - 1L, ChronoUnit.MINUTES);
        return new DoorCounts(
                tickets,
                inside.size(),
                insideNow,
                Map.copyOf(products),
                Map.copyOf(gates),
                Map.copyOf(refused),
                new TreeMap<>(perMinute.subMap(first, true, asOf, true)),
                asOf);
    }
}
