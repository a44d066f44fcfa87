package org.eventops.sync.sim;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.jspecify.annotations.Nullable;

/** A hub as a history drives it: the model, or a real one. */
public interface HubUnderTest {
    /** A connection of the device. */
    Hub connect(UUID device) throws HubProblem;

    /**
     * Makes a device known, or changes it.
     *
     * @param scopes events it may read; null for all
     */
    void device(UUID id, String role, @Nullable Set<UUID> scopes, boolean revoked);

    /** Which events the device may read now; null for all. */
    @Nullable Set<UUID> scopes(UUID device);

    /** All scopes there are, the organisation's among them. */
    Set<UUID> allScopes();

    /** All leases there are, in an order that is the same in each run. */
    List<UUID> leases();

    /** Told the scopes of each poke that came through. */
    void onPoke(Consumer<Set<UUID>> listener);

    Object backup();

    void restore(Object backup, boolean newEpochs);

    /** Forgets the feed of the scope before this number. */
    void cut(UUID scope, long keepFrom);

    /** There are so many of the product. */
    void stock(UUID scope, String product, int capacity);

    /** Lets a device sell up to so many. */
    void lease(UUID scope, String product, UUID device, int most);

    /** Ends a lease. */
    void endLease(UUID lease, String state);
}
