package org.eventops.sync.carry;

import java.util.List;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.RowChange;

/** Gathers only the answers of a parcel. */
record Answers(List<Parcel.Answer> all) implements Parcel.Visitor {
    @Override
    public void head(Parcel.Head head) {
        // not asked for
    }

    @Override
    public void mutation(LocalMutation mutation) {
        // not asked for
    }

    @Override
    public void part(LocalMutation large, int part, boolean last, List<RowChange> changes) {
        // not asked for
    }

    @Override
    public void answer(Parcel.Answer answer) {
        all.add(answer);
    }
}
