package org.eventops.sync.engine;

import java.util.UUID;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Outbox;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.Rows;

/** Reads what is pending in a scope. */
final class Overlays {
    private final Outbox outbox;

    Overlays(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Inside the transaction that needs it: nothing is added in between that it touches. */
    Pending of(UUID scope, Rows rows) {
        Pending pending = new Pending(rows::alias);
        for (Outbox.Lying lying : outbox.overlaid(scope)) {
            LocalMutation mutation = lying.mutation();
            if (mutation.large()) {
                outbox.parts(
                        mutation.number(),
                        (part, last, changes) ->
                                changes.forEach(change -> add(pending, scope, lying, change)));
            } else {
                mutation.changes().forEach(change -> add(pending, scope, lying, change));
            }
        }
        return pending;
    }

    private static void add(Pending pending, UUID scope, Outbox.Lying lying, RowChange change) {
        if (change.scope().equals(scope)) {
            pending.add(new Pending.Lying(lying.mutation().id(), lying.upTo(), change));
        }
    }
}
