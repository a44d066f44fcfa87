package org.eventops.launcher.sync.real;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.Replica;
import org.eventops.domain.change.replica.Rows;

/** A store's replica; the process may end before, in and after each of its transactions. */
final class RealReplica implements Replica {
    private final RealStore store;

    RealReplica(RealStore store) {
        this.store = store;
    }

    private Replica real() {
        return store.store().replica();
    }

    @Override
    public <T> T apply(Weight weight, Function<Rows, T> work) {
        store.danger();
        store.changed();
        T result =
                real().apply(
                                weight,
                                rows -> {
                                    T done = work.apply(rows);
                                    store.danger();
                                    return done;
                                });
        store.danger();
        return result;
    }

    @Override
    public List<Cursor> cursors() {
        return real().cursors();
    }

    @Override
    public Optional<Membership> membership() {
        return real().membership();
    }

    /** A store that has none yet is connected as a person does it. */
    @Override
    public void keep(Membership membership) {
        store.danger();
        if (real().membership().isEmpty()) {
            store.store().adopt(membership.tenant(), membership.device(), membership.lineage());
        } else {
            real().keep(membership);
        }
        store.danger();
    }

    @Override
    public void seen(Instant hybrid) {
        real().seen(hybrid);
    }

    @Override
    public void secure() {
        real().secure();
    }

    @Override
    public Map<String, ContentHash> hashes(UUID scope) {
        Map<String, ContentHash> hashes = new TreeMap<>(real().hashes(scope));
        hashes.values().removeIf(ContentHash.NONE::equals);
        return hashes;
    }
}
