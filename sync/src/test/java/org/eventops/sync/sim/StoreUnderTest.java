package org.eventops.sync.sim;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Outbox;
import org.eventops.domain.change.replica.Replica;
import org.eventops.domain.change.replica.RowChange;
import org.jspecify.annotations.Nullable;

/** A console's store as a history drives and checks it: the model, or a real one. */
public interface StoreUnderTest {
    Outbox outbox();

    Replica replica();

    /** All synced rows as they stand. */
    Map<Key, Map<String, @Nullable Object>> rows();

    /** The key that stands for this one now. */
    UUID alias(Key key);

    /** The changes that lie over the scope, in order. */
    List<RowChange> pending(UUID scope);

    /** Whether the mutation is in the outbox without a receipt. */
    boolean waits(UUID mutation);

    /**
     * One local transaction; shown as done when this returns.
     *
     * @return the mutation, null if nothing was changed
     */
    @Nullable LocalMutation transact(boolean large, Consumer<Editing> work);

    /** Called at each port call, before and after; may throw {@link Crash}. */
    void hazard(Runnable hazard);

    /** The process ended: what was not on disk is gone, and who listened. */
    void crashed();

    /** Whatever the store knows of this id, for a person who looks for a fault. */
    default List<String> inquest(String id) {
        return List.of();
    }

    /** The disk as it is now, for a copy or a restoration. */
    Object image();

    /** The disk is that one now. */
    void become(Object image);
}
