package org.eventops.launcher.sync.real;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Outbox;

/** A store's outbox; little comes at a time, and the process may end at a call. */
final class RealOutbox implements Outbox {
    private static final int MOST = 7;

    private final RealStore store;

    RealOutbox(RealStore store) {
        this.store = store;
    }

    private Outbox real() {
        return store.store().outbox();
    }

    @Override
    public List<LocalMutation> waiting(long after, int most, long bytes) {
        store.danger();
        return real().waiting(after, Math.min(most, MOST), bytes);
    }

    @Override
    public void parts(long number, PartReader reader) {
        real().parts(number, reader);
    }

    @Override
    public List<LocalMutation> answeredSince(Instant time, long after, int most, long bytes) {
        return real().answeredSince(time, after, Math.min(most, MOST), bytes);
    }

    @Override
    public Optional<UUID> newestAnswered(Instant time) {
        return real().newestAnswered(time);
    }

    @Override
    public List<Lying> overlaid(UUID scope) {
        return real().overlaid(scope);
    }

    @Override
    public Backlog backlog() {
        return real().backlog();
    }

    @Override
    public void onAdded(Runnable added) {
        store.listen(added);
    }

    @Override
    public void forgetAnsweredBefore(Instant time) {
        real().forgetAnsweredBefore(time);
        store.changed();
    }
}
