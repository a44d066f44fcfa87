package org.eventops.sync.sim;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.sync.engine.FeedTransaction;
import org.jspecify.annotations.Nullable;

/** Watches every commit of the hub: I2 (at most once), I3 (no gaps), I7 (stock), its clock. */
public final class HubAudit {
    private static final long AHEAD = 5_000_001;

    private final Map<UUID, Integer> merges = new HashMap<>();
    private final Map<UUID, Long> clocks = new HashMap<>();

    /** Every transaction there ever was, with the one before it in its history. */
    private final Map<UUID, FeedTransaction> byMark = new HashMap<>();

    private final Map<UUID, @Nullable UUID> before = new HashMap<>();

    /** Those of the history that leads to now. */
    private final java.util.Set<UUID> current = new java.util.HashSet<>();

    private final Map<UUID, @Nullable UUID> last = new HashMap<>();

    void merged(LocalMutation mutation, Receipt receipt) {
        int times = merges.merge(mutation.id(), 1, Integer::sum);
        if (times > 1) {
            throw new Violation("I2", "merged twice: " + mutation.id());
        }
        if (!receipt.id().equals(mutation.id())) {
            throw new Violation("I2", "a receipt for another mutation");
        }
    }

    /** Whether a change sets a field to something that was set to something else meanwhile. */
    static boolean contradicts(HubState state, List<RowChange> changes) {
        java.util.Set<Key> seen = new java.util.HashSet<>();
        for (RowChange change : changes) {
            Key key = new Key(change.table(), state.alias(change.table(), change.key()));
            Map<String, @Nullable Object> row = state.rows.get(key);
            if (seen.add(key) && row != null && change.op() == RowChange.Op.UPDATE) {
                for (RowChange.Column column : change.columns()) {
                    Object now = row.get(column.name());
                    if (!(column.after() instanceof UUID)
                            && !Objects.equals(now, column.before())
                            && !Objects.equals(now, column.after())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** No value is lost without a conflict; nobody writes what they may not. */
    void judged(
            HubState.Device device, List<RowChange> changes, Receipt receipt, boolean contradicts) {
        boolean taken = receipt.outcome() != Receipt.Outcome.REJECTED;
        if (contradicts && taken && receipt.outcome() != Receipt.Outcome.CONFLICT) {
            throw new Violation("I2", "a value was lost without a conflict: " + receipt.id());
        }
        if (taken && !changes.stream().allMatch(change -> Roles.writes(device, change))) {
            throw new Violation("I8", "written by a " + device.role() + ": " + receipt.id());
        }
    }

    void committed(
            HubState state,
            List<FeedTransaction> transactions,
            @Nullable LocalMutation mutation,
            Instant now) {
        for (FeedTransaction transaction : transactions) {
            UUID scope = transaction.scope();
            long clock = clocks.getOrDefault(scope, 0L);
            if (transaction.firstSeq() != clock + 1
                    || transaction.lastSeq() - clock != transaction.entries().size()) {
                throw new Violation("I3", "after " + clock + " comes " + transaction.firstSeq());
            }
            clocks.put(scope, transaction.lastSeq());
            byMark.put(transaction.mark(), transaction);
            before.put(transaction.mark(), last.get(scope));
            last.put(scope, transaction.mark());
            current.add(transaction.mark());
            for (FeedTransaction.Entry entry : transaction.entries()) {
                if (entry.hybrid().isAfter(now.plusNanos(AHEAD * 1_000))) {
                    throw new Violation("HLC", "the hub took a time far ahead of its own");
                }
            }
        }
        stock(state);
    }

    /** The history goes on from an older point. */
    void restored(HubState state) {
        merges.clear();
        clocks.clear();
        last.clear();
        current.clear();
        state.receipts.keySet().forEach(id -> merges.put(id, 1));
        state.scopes.forEach(
                (scope, log) -> {
                    clocks.put(scope, log.seq);
                    log.feed.forEach(transaction -> current.add(transaction.mark()));
                    last.put(scope, log.feed.isEmpty() ? null : log.feed.getLast().mark());
                });
    }

    FeedTransaction transaction(UUID mark) {
        return Objects.requireNonNull(byMark.get(mark), "unknown mark");
    }

    java.util.Set<UUID> scopes() {
        return clocks.keySet();
    }

    @Nullable UUID markAt(UUID scope, long seq) {
        return history(scope).stream()
                .filter(transaction -> transaction.lastSeq() == seq)
                .map(FeedTransaction::mark)
                .findFirst()
                .orElse(null);
    }

    /** Whether the hub still has this where it was. */
    boolean holds(@Nullable UUID mark) {
        return mark == null || current.contains(mark);
    }

    boolean merged(UUID mutation) {
        return merges.containsKey(mutation);
    }

    /** The transactions of the scope as they lead up to now, oldest first. */
    List<FeedTransaction> history(UUID scope) {
        java.util.ArrayDeque<FeedTransaction> all = new java.util.ArrayDeque<>();
        for (UUID at = last.get(scope); at != null; at = before.get(at)) {
            all.push(transaction(at));
        }
        return List.copyOf(all);
    }

    @Nullable UUID before(UUID mark) {
        return before.get(mark);
    }

    private static void stock(HubState state) {
        state.rows.forEach(
                (key, row) -> {
                    if (key.table().equals("stock")) {
                        int taken = Stock.number(row, "sold") + Stock.number(row, "leased");
                        if (taken > Stock.number(row, "capacity")
                                || Stock.number(row, "leased") < 0
                                || leased(state, row) != Stock.number(row, "leased")) {
                            throw new Violation("I7", "stock " + row);
                        }
                    }
                });
    }

    private static int leased(HubState state, Map<String, @Nullable Object> stock) {
        int sum = 0;
        for (Map.Entry<Key, Map<String, @Nullable Object>> row : state.rows.entrySet()) {
            Map<String, @Nullable Object> lease = row.getValue();
            if (row.getKey().table().equals("lease")
                    && Objects.equals(lease.get("product"), stock.get("product"))
                    && Objects.equals(lease.get("scope"), stock.get("scope"))
                    && "ACTIVE".equals(lease.get("state"))) {
                sum += Stock.number(lease, "granted") - Stock.number(lease, "used");
            }
        }
        return sum;
    }
}
