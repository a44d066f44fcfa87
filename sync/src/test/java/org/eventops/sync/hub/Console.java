package org.eventops.sync.hub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.sync.engine.FeedTransaction;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.server.HubAccess;

/** A device at the hub, as a test plays it: it numbers its mutations and pushes them. */
public final class Console implements AutoCloseable {
    private static final AtomicLong TIME =
            new AtomicLong(Instant.parse("2026-11-21T09:00:00Z").toEpochMilli());

    final Hub hub;
    final HubAccess access;
    final UUID device;
    final UUID tenant;
    final UUID lineage = UUID.randomUUID();
    private long number;

    Console(Hub hub, HubAccess access, Hub.Welcome welcome) {
        this.hub = hub;
        this.access = access;
        this.device = welcome.device();
        this.tenant = welcome.tenant();
    }

    Hub.Sender sender() {
        return new Hub.Sender(device, lineage);
    }

    /** A time after all that were given before. */
    static Instant later() {
        return Instant.ofEpochMilli(TIME.incrementAndGet());
    }

    LocalMutation mutation(Instant at, RowChange... changes) {
        return new LocalMutation(++number, UUID.randomUUID(), at, List.of(changes), false);
    }

    LocalMutation mutation(RowChange... changes) {
        return mutation(later(), changes);
    }

    Receipt push(Instant at, RowChange... changes) {
        return send(mutation(at, changes)).getFirst();
    }

    public Receipt push(RowChange... changes) {
        return push(later(), changes);
    }

    List<Receipt> send(LocalMutation... mutations) {
        return send(List.of(mutations));
    }

    List<Receipt> send(List<LocalMutation> mutations) {
        try {
            return hub.push(sender(), mutations);
        } catch (HubProblem e) {
            throw new IllegalStateException(e);
        }
    }

    /** All of a scope's feed. */
    List<FeedTransaction> feed(UUID scope) {
        try {
            List<FeedTransaction> all = new ArrayList<>();
            Cursor cursor = new Cursor(scope, 1, 0, null, null);
            while (true) {
                List<FeedTransaction> more = hub.pull(cursor, 500);
                if (more.isEmpty()) {
                    return all;
                }
                all.addAll(more);
                cursor =
                        new Cursor(scope, 1, more.getLast().lastSeq(), more.getLast().mark(), null);
            }
        } catch (HubProblem e) {
            throw new IllegalStateException(e);
        }
    }

    /** The newest transaction of the scope. */
    FeedTransaction last(UUID scope) {
        return feed(scope).getLast();
    }

    @Override
    public void close() {
        hub.close();
    }
}
