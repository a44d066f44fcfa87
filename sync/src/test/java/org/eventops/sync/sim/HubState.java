package org.eventops.sync.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.sync.engine.FeedTransaction;
import org.jspecify.annotations.Nullable;

/** Everything a hub keeps; a copy is a backup. */
final class HubState {
    /** When and by whom a field was set. */
    record Version(Instant at, UUID device) {
        boolean before(Version other) {
            int order = at.compareTo(other.at);
            return order < 0 || (order == 0 && device.compareTo(other.device) < 0);
        }
    }

    /**
     * @param scopes events it may read; null for all
     */
    record Device(UUID id, String role, @Nullable Set<UUID> scopes, boolean revoked) {
        boolean organizes() {
            return role.equals("admin") || role.equals("organizer");
        }
    }

    /** A receipt and what it is for. */
    record Stored(Receipt receipt, int hash, String number) {}

    /** The committed transactions of a scope. */
    static final class ScopeLog {
        long epoch = 1;
        long retainedFrom = 1;
        long seq;
        final List<FeedTransaction> feed = new ArrayList<>();

        ScopeLog copy() {
            ScopeLog copy = new ScopeLog();
            copy.epoch = epoch;
            copy.retainedFrom = retainedFrom;
            copy.seq = seq;
            copy.feed.addAll(feed);
            return copy;
        }
    }

    final Map<Key, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
    final Map<Key, Map<String, Version>> versions = new HashMap<>();
    final Map<Key, Map<String, @Nullable Object>> tombstones = new HashMap<>();
    final Map<Key, UUID> aliases = new HashMap<>();
    final Map<UUID, ScopeLog> scopes = new LinkedHashMap<>();
    final Map<UUID, Stored> receipts = new HashMap<>();
    final Map<String, UUID> numbers = new HashMap<>();
    final Map<UUID, TreeMap<Integer, List<RowChange>>> parts = new HashMap<>();
    final Map<UUID, Device> devices = new LinkedHashMap<>();

    /** Scans in the order of the hub. */
    final List<UUID> scanOrder = new ArrayList<>();

    HubState copy() {
        HubState copy = new HubState();
        copy.rows.putAll(rows);
        versions.forEach((key, value) -> copy.versions.put(key, new HashMap<>(value)));
        copy.tombstones.putAll(tombstones);
        copy.aliases.putAll(aliases);
        scopes.forEach((key, value) -> copy.scopes.put(key, value.copy()));
        copy.receipts.putAll(receipts);
        copy.numbers.putAll(numbers);
        parts.forEach((key, value) -> copy.parts.put(key, new TreeMap<>(value)));
        copy.devices.putAll(devices);
        copy.scanOrder.addAll(scanOrder);
        return copy;
    }

    UUID alias(String table, UUID key) {
        return aliases.getOrDefault(new Key(table, key), key);
    }
}
