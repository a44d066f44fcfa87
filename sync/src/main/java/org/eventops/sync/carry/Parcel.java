package org.eventops.sync.carry;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.sync.engine.Hub.Sender;

/**
 * What one console hands to another by file: its mutations that the hub has not answered, and the
 * answers it has for others.
 */
public final class Parcel {
    private Parcel() {}

    /**
     * Who wrote it.
     *
     * @param name of the console, for people
     */
    public record Head(UUID tenant, Sender sender, String name, Instant written) {}

    /** The hub's answer for a mutation of another console. */
    public record Answer(Sender sender, Receipt receipt) {}

    /** Is given what a parcel holds, in the order in which it was written. */
    public interface Visitor {
        void head(Head head) throws IOException;

        void mutation(LocalMutation mutation) throws IOException;

        /** A part of a large mutation; {@code head} has no changes of its own. */
        void part(LocalMutation head, int part, boolean last, List<RowChange> changes)
                throws IOException;

        void answer(Answer answer) throws IOException;
    }
}
