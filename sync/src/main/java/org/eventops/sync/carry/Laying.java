package org.eventops.sync.carry;

import java.util.List;
import java.util.function.Predicate;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.RowChange;

/** Lays what a parcel holds over the rows here. */
final class Laying implements Parcel.Visitor {
    private final CarriedChanges changes;
    private final boolean own;
    private final Predicate<Parcel.Answer> answers;
    int mine;

    /**
     * @param own this console wrote the parcel itself: it has its changes
     * @param answers takes an answer, says whether it was for this console
     */
    Laying(CarriedChanges changes, boolean own, Predicate<Parcel.Answer> answers) {
        this.changes = changes;
        this.own = own;
        this.answers = answers;
    }

    @Override
    public void head(Parcel.Head head) {
        // It was looked at before.
    }

    @Override
    public void mutation(LocalMutation mutation) {
        if (!own) {
            changes.lay(mutation.changes());
        }
    }

    @Override
    public void part(LocalMutation large, int part, boolean last, List<RowChange> some) {
        if (!own) {
            changes.lay(some);
        }
    }

    @Override
    public void answer(Parcel.Answer answer) {
        mine += answers.test(answer) ? 1 : 0;
    }
}
