package org.eventops.sync.carry;

import java.time.Instant;
import java.util.List;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.RowChange;
import org.jspecify.annotations.Nullable;

/** Reads a parcel through, to know that it is whole and what it holds, and does nothing. */
final class Look implements Parcel.Visitor {
    int mutations;
    int parts;
    int answers;
    String name = "";
    Instant latest = Instant.EPOCH;
    private Parcel.@Nullable Head head;

    Parcel.Head head() throws ParcelProblem {
        if (head == null) {
            throw new ParcelProblem(ParcelProblem.Kind.DAMAGED);
        }
        return head;
    }

    @Override
    public void head(Parcel.Head found) {
        head = found;
        name = found.name();
    }

    @Override
    public void mutation(LocalMutation mutation) {
        mutations++;
        latest = latest.isBefore(mutation.at()) ? mutation.at() : latest;
    }

    @Override
    public void part(LocalMutation large, int part, boolean last, List<RowChange> changes) {
        parts++;
        if (last) {
            mutation(large);
        }
    }

    @Override
    public void answer(Parcel.Answer answer) {
        answers++;
    }
}
