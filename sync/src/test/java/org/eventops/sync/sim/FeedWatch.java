package org.eventops.sync.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.sync.engine.FeedTransaction;
import org.eventops.sync.engine.FeedTransaction.Entry;
import org.eventops.sync.engine.FeedTransaction.Op;
import org.eventops.sync.sim.HubState.ScopeLog;
import org.eventops.sync.sim.HubState.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Tells the audit what a real hub did, from its answers and its feed alone: what the feed says is
 * folded here, so that a hub whose tables say something else is found out when contents are
 * compared.
 */
public final class FeedWatch {
    private final HubAudit audit;
    private final Supplier<Instant> clock;
    private HubState state = new HubState();

    /** What came from a mutation, by its id: it comes once in each scope. */
    private final Set<String> seen = new HashSet<>();

    public FeedWatch(HubAudit audit, Supplier<Instant> clock) {
        this.audit = audit;
        this.clock = clock;
        state.scopes.put(ModelHub.TENANT, new ScopeLog());
    }

    /** A mutation as it was sent, with all its changes, and the hub's answer. */
    public record Answered(LocalMutation mutation, List<RowChange> changes, Receipt receipt) {}

    /** Up to where the feed of a scope is known. */
    public long known(UUID scope) {
        ScopeLog log = state.scopes.get(scope);
        return log == null ? 0 : log.seq;
    }

    /** The mark at the end of what is known. */
    public @Nullable UUID mark(UUID scope) {
        ScopeLog log = state.scopes.get(scope);
        return log == null || log.feed.isEmpty() ? null : log.feed.getLast().mark();
    }

    public Set<UUID> scopes() {
        return new HashSet<>(state.scopes.keySet());
    }

    /** Rows of a table as the feed says. */
    public List<UUID> keys(String table) {
        return state.rows.keySet().stream()
                .filter(key -> key.table().equals(table))
                .map(Key::id)
                .sorted()
                .toList();
    }

    public @Nullable Map<String, @Nullable Object> row(String table, UUID id) {
        return state.rows.get(new Key(table, id));
    }

    /**
     * What a call brought about.
     *
     * @param answers in the order of the batch, those that were known before among them
     * @param epochs of all scopes now
     */
    public void happened(
            String role,
            UUID device,
            List<Answered> answers,
            List<FeedTransaction> fed,
            Map<UUID, Long> epochs) {
        List<FeedTransaction> rest = new ArrayList<>(fed);
        for (Answered answered : answers) {
            UUID id = answered.mutation().id();
            if (!state.receipts.containsKey(id)) {
                merged(new HubState.Device(device, role, null, false), answered, rest);
            }
        }
        for (FeedTransaction transaction : rest) {
            if (transaction.mutation() != null && !answers.isEmpty()) {
                throw new Violation("I2", "nobody was told of " + transaction.mutation());
            }
            commit(List.of(transaction), null);
        }
        epochs.forEach((scope, epoch) -> log(scope).epoch = epoch);
    }

    private void merged(
            HubState.Device device, Answered answered, List<FeedTransaction> transactions) {
        UUID id = answered.mutation().id();
        boolean contradicts = HubAudit.contradicts(state, answered.changes());
        List<FeedTransaction> own =
                transactions.stream().filter(each -> id.equals(each.mutation())).toList();
        transactions.removeAll(own);
        state.receipts.put(id, new Stored(answered.receipt(), 0, ""));
        audit.merged(answered.mutation(), answered.receipt());
        audit.judged(device, answered.changes(), answered.receipt(), contradicts);
        commit(own, answered.mutation());
    }

    private void commit(List<FeedTransaction> transactions, @Nullable LocalMutation mutation) {
        for (FeedTransaction transaction : transactions) {
            UUID of = transaction.mutation();
            if (of != null && !seen.add(of + "/" + transaction.scope())) {
                throw new Violation("I2", "twice in the feed: " + of);
            }
            ScopeLog log = log(transaction.scope());
            log.seq = transaction.lastSeq();
            log.feed.add(transaction);
            FoldCheck.apply(state.rows, transaction);
            for (Entry entry : transaction.entries()) {
                if (entry.op() == Op.ALIAS && entry.columns().get("id") instanceof UUID to) {
                    state.aliases.put(new Key(entry.table(), entry.key()), to);
                }
            }
        }
        audit.committed(state, transactions, mutation, clock.get());
    }

    private ScopeLog log(UUID scope) {
        return state.scopes.computeIfAbsent(scope, key -> new ScopeLog());
    }

    /** What is known now, for {@link #restore}. */
    public Object backup() {
        return state.copy();
    }

    /** The hub is what it was when this was made. */
    public void restore(Object backup) {
        state = ((HubState) backup).copy();
        seen.clear();
        for (Map.Entry<UUID, ScopeLog> log : state.scopes.entrySet()) {
            for (FeedTransaction transaction : log.getValue().feed) {
                if (transaction.mutation() != null) {
                    seen.add(transaction.mutation() + "/" + log.getKey());
                }
            }
        }
        audit.restored(state);
    }

    /** Epochs of all scopes as they were last seen. */
    public Map<UUID, Long> epochs() {
        Map<UUID, Long> epochs = new HashMap<>();
        state.scopes.forEach((scope, log) -> epochs.put(scope, log.epoch));
        return epochs;
    }
}
