package org.eventops.sync.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Outbox;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.Replica;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.Rows;
import org.jspecify.annotations.Nullable;

/** Hands over what waits, and again what a restored hub may have lost; keeps the answers. */
final class Pushing {
    /** How long answered mutations are kept, and pushed again to a hub that was restored. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final int MOST = 200;
    private static final long BYTES = 1_000_000;

    private final Outbox outbox;
    private final Replica replica;
    private final Scopes scopes;
    private final Time time;
    private final Overlays overlays;
    private final Set<UUID> toPoke = new LinkedHashSet<>();
    private volatile boolean added = true;
    private @Nullable Long repeatAfter;
    private boolean repeated;
    private long partsOf = -1;
    private int partsSent;
    private long answered;

    Pushing(Outbox outbox, Replica replica, Scopes scopes, Time time) {
        this.outbox = outbox;
        this.replica = replica;
        this.scopes = scopes;
        this.time = time;
        this.overlays = new Overlays(outbox);
    }

    /** Any thread. */
    void added() {
        added = true;
    }

    boolean waits() {
        return added;
    }

    boolean repeats() {
        return repeatAfter != null;
    }

    boolean pokes() {
        return !toPoke.isEmpty();
    }

    long answered() {
        return answered;
    }

    /** What was answered is to be pushed again, from its beginning. */
    void repeat() {
        repeatAfter = 0L;
    }

    /** As {@link #repeat}, but once for each restoration that is noticed. */
    void repeatAll() {
        if (!repeated) {
            repeated = true;
            repeat();
        }
    }

    /** Every scope follows the restored hub. */
    void settled() {
        repeated = false;
    }

    /** The last one with an answer, of those that would be pushed again; null if there is none. */
    @Nullable UUID newest() {
        return outbox.newestAnswered(time.now().minus(KEPT)).orElse(null);
    }

    /**
     * Hands over the next batch of what waits.
     *
     * @return false if nothing waited
     */
    boolean push(Hub hub, Hub.Sender sender) throws HubProblem {
        added = false;
        boolean done = false;
        try {
            List<LocalMutation> batch = head(outbox.waiting(0, MOST, BYTES));
            if (!batch.isEmpty()) {
                hand(hub, sender, batch);
                added = true;
            }
            done = true;
            return !batch.isEmpty();
        } finally {
            if (!done) {
                added = true;
            }
        }
    }

    /** Hands over again the next batch of what was answered. */
    void pushAgain(Hub hub, Hub.Sender sender) throws HubProblem {
        long after = Objects.requireNonNull(repeatAfter);
        List<LocalMutation> batch =
                head(outbox.answeredSince(time.now().minus(KEPT), after, MOST, BYTES));
        if (batch.isEmpty()) {
            repeatAfter = null;
            return;
        }
        if (hand(hub, sender, batch)) {
            repeatAfter = batch.getLast().number();
        }
    }

    void poke(Hub hub) throws HubProblem {
        List<UUID> now = List.copyOf(toPoke);
        toPoke.clear();
        hub.poke(now);
    }

    /** Takes away what was answered long ago. */
    void forget() {
        outbox.forgetAnsweredBefore(time.now().minus(KEPT));
    }

    /** A large one goes alone. */
    private static List<LocalMutation> head(List<LocalMutation> batch) {
        int at = 0;
        while (at < batch.size() && !batch.get(at).large()) {
            at++;
        }
        return batch.isEmpty() || at == batch.size() ? batch : batch.subList(0, Math.max(1, at));
    }

    /**
     * @return false if a large one is not whole at the hub yet
     */
    private boolean hand(Hub hub, Hub.Sender sender, List<LocalMutation> batch) throws HubProblem {
        Set<UUID> ofParts = new HashSet<>();
        LocalMutation first = batch.getFirst();
        List<Receipt> receipts =
                first.large()
                        ? handParts(hub, sender, first, ofParts).map(List::of).orElse(List.of())
                        : hub.push(sender, batch);
        keep(batch, receipts, ofParts);
        return !receipts.isEmpty();
    }

    private void keep(List<LocalMutation> batch, List<Receipt> receipts, Set<UUID> ofParts)
            throws HubProblem {
        if (!batch.getFirst().large() && receipts.size() != batch.size()) {
            throw new HubProblem(HubProblem.Kind.BROKEN, "not one receipt for each mutation");
        }
        for (int i = 0; i < receipts.size(); i++) {
            if (!receipts.get(i).id().equals(batch.get(i).id())) {
                throw new HubProblem(HubProblem.Kind.BROKEN, "a receipt for another mutation");
            }
        }
        if (receipts.isEmpty()) {
            return;
        }
        Set<UUID> unread = unread(batch, receipts, ofParts);
        List<Cursor> begun = begun(receipts, unread);
        Instant now = time.now();
        replica.apply(
                Replica.Weight.SMALL,
                rows -> {
                    receipts.forEach(receipt -> rows.receipt(receipt, now));
                    unread.forEach(scope -> takeBack(scope, rows));
                    begun.forEach(rows::cursor);
                    return null;
                });
        unread.forEach(scopes::dropped);
        begun.forEach(scopes::at);
        answered += receipts.size();
        for (Receipt receipt : receipts) {
            receipt.upTo().forEach(scopes::reached);
            toPoke.addAll(receipt.upTo().keySet());
        }
    }

    /** A scope made here is followed from its beginning, or dropped if it is never listed. */
    private List<Cursor> begun(List<Receipt> receipts, Set<UUID> unread) {
        Set<UUID> reached = new LinkedHashSet<>();
        receipts.forEach(receipt -> reached.addAll(receipt.upTo().keySet()));
        reached.removeAll(unread);
        reached.removeAll(scopes.cursors().keySet());
        return reached.stream().map(scope -> new Cursor(scope, 0, 0, null, null)).toList();
    }

    /** Scopes of which an answer says nothing: this device does not read them. */
    private static Set<UUID> unread(
            List<LocalMutation> batch, List<Receipt> receipts, Set<UUID> ofParts) {
        Set<UUID> unread = new LinkedHashSet<>();
        for (int i = 0; i < receipts.size(); i++) {
            Set<UUID> touched = new LinkedHashSet<>(ofParts);
            batch.get(i).changes().forEach(change -> touched.add(change.scope()));
            touched.removeAll(receipts.get(i).upTo().keySet());
            unread.addAll(touched);
        }
        return unread;
    }

    /** A scope that is not read here holds nothing but what is pending. */
    private void takeBack(UUID scope, Rows rows) {
        rows.drop(scope);
        new FeedFold(rows, overlays.of(scope, rows), scope).layAll();
    }

    private Optional<Receipt> handParts(
            Hub hub, Hub.Sender sender, LocalMutation head, Set<UUID> touched) throws HubProblem {
        if (partsOf != head.number()) {
            partsOf = head.number();
            partsSent = 0;
        }
        List<Receipt> receipt = new ArrayList<>();
        try {
            outbox.parts(
                    head.number(),
                    (part, last, changes) -> {
                        for (RowChange change : changes) {
                            touched.add(change.scope());
                        }
                        if (part >= partsSent || last) {
                            send(hub, sender, head, part, last, changes).ifPresent(receipt::add);
                            partsSent = part + 1;
                        }
                    });
        } catch (Unsent e) {
            throw e.problem();
        }
        // without a receipt after the last part, the hub misses some: all of them once more
        partsOf = -1;
        return receipt.stream().findFirst();
    }

    private static Optional<Receipt> send(
            Hub hub,
            Hub.Sender sender,
            LocalMutation head,
            int part,
            boolean last,
            List<RowChange> changes) {
        try {
            return hub.pushPart(sender, head, part, last, changes);
        } catch (HubProblem problem) {
            throw new Unsent(problem);
        }
    }

    /** Carries the hub's problem through the store's reader. */
    private static final class Unsent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final HubProblem problem;

        Unsent(HubProblem problem) {
            super(problem);
            this.problem = problem;
        }

        HubProblem problem() {
            return problem;
        }
    }
}
