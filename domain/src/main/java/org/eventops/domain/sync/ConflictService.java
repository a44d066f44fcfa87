package org.eventops.domain.sync;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.sync.Settlements.Blocked;
import org.eventops.domain.sync.Settlements.Taking;

/** Settles conflicts: one transaction makes the chosen side stand and marks it. */
public final class ConflictService {
    private final Transactions transactions;
    private final ConflictRepository conflicts;
    private final Settlements settlements;
    private final ThisConsole here;
    private final Clock clock;

    public ConflictService(
            Transactions transactions,
            ConflictRepository conflicts,
            Settlements settlements,
            ThisConsole here,
            Clock clock) {
        this.transactions = transactions;
        this.conflicts = conflicts;
        this.settlements = settlements;
        this.here = here;
        this.clock = clock;
    }

    public List<Conflict> list(ConflictRepository.Query query) {
        return transactions.read(() -> conflicts.list(query));
    }

    /** Which side is this console's own. */
    public Choice mine(Conflict conflict) {
        return transactions.read(() -> here.mine(conflict));
    }

    /**
     * @param by who settles it
     * @param reason kept with an entry that is taken back, in the words of the person's language
     */
    public ResolveOutcome resolve(UUID id, Take take, String by, String reason) {
        return transactions
                .read(() -> conflicts.find(id))
                .map(found -> resolve(id, Choice.of(take, mine(found)), by, reason))
                .orElseGet(ResolveOutcome.Unknown::new);
    }

    /** As {@link #resolve(UUID, Take, String, String)}, with the side by its name for all. */
    public ResolveOutcome resolve(UUID id, Choice choice, String by, String reason) {
        return guarded(
                () ->
                        conflicts
                                .find(id)
                                .map(found -> resolveFound(found, choice, by, reason))
                                .orElseGet(ResolveOutcome.Unknown::new),
                obstacle -> new ResolveOutcome.Impossible(found(id), obstacle));
    }

    private ResolveOutcome resolveFound(Conflict found, Choice choice, String by, String reason) {
        if (found.resolved() != null) {
            return new ResolveOutcome.AlreadyResolved(found);
        }
        var at = Times.now(clock);
        settlements.take(new Taking(found, choice, at, by, reason));
        conflicts.resolve(found.id(), at, by, choice.taken());
        return new ResolveOutcome.Resolved(conflicts.find(found.id()).orElseThrow());
    }

    /** Undoes a settlement: what stood before stands again, and the conflict is open. */
    public ReopenOutcome reopen(UUID id) {
        return guarded(
                () ->
                        conflicts
                                .find(id)
                                .map(this::reopenFound)
                                .orElseGet(ReopenOutcome.Unknown::new),
                obstacle -> new ReopenOutcome.Impossible(found(id), obstacle));
    }

    private ReopenOutcome reopenFound(Conflict found) {
        if (found.resolved() == null) {
            return new ReopenOutcome.StillOpen(found);
        }
        Optional<Choice> choice = Choice.of(found.taken());
        if (choice.isEmpty()) {
            return new ReopenOutcome.Impossible(found, Obstacle.BY_THE_HUB);
        }
        // first in the mutation: docs/sync.md
        conflicts.reopen(found.id());
        settlements.putBack(found, choice.get());
        return new ReopenOutcome.Reopened(conflicts.find(found.id()).orElseThrow());
    }

    private Conflict found(UUID id) {
        return transactions.read(() -> conflicts.find(id)).orElseThrow();
    }

    private <T> T guarded(Supplier<T> work, java.util.function.Function<Obstacle, T> otherwise) {
        try {
            return Objects.requireNonNull(transactions.write(work));
        } catch (Blocked e) {
            return otherwise.apply(e.obstacle());
        }
    }
}
