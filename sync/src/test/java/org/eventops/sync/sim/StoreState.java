package org.eventops.sync.sim;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.Replica.Membership;
import org.eventops.domain.change.replica.RowChange;
import org.jspecify.annotations.Nullable;

/** Everything that is on a console's disk. */
final class StoreState {
    /** A mutation in the outbox; never changed, only replaced. */
    record Sent(
            LocalMutation mutation,
            List<RowChange> changes,
            @Nullable Receipt receipt,
            @Nullable Instant answered,
            Set<UUID> landed) {
        Sent answered(Receipt by, Instant at) {
            return new Sent(mutation, changes, by, at, landed);
        }

        Sent landedIn(UUID scope) {
            Set<UUID> more = new HashSet<>(landed);
            more.add(scope);
            return new Sent(mutation, changes, receipt, answered, more);
        }

        boolean touches(UUID scope) {
            return changes.stream().anyMatch(change -> change.scope().equals(scope));
        }
    }

    final Map<Key, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
    final Map<Key, UUID> aliases = new HashMap<>();
    final TreeMap<Long, Sent> outbox = new TreeMap<>();
    final Map<UUID, Cursor> cursors = new LinkedHashMap<>();
    final Map<Key, Map<String, @Nullable Object>> staging = new LinkedHashMap<>();
    @Nullable Membership membership;
    long lastNumber;
    Instant lastTime = Instant.EPOCH;

    StoreState copy() {
        StoreState copy = new StoreState();
        copy.rows.putAll(rows);
        copy.aliases.putAll(aliases);
        copy.outbox.putAll(outbox);
        copy.cursors.putAll(cursors);
        copy.staging.putAll(staging);
        copy.membership = membership;
        copy.lastNumber = lastNumber;
        copy.lastTime = lastTime;
        return copy;
    }
}
