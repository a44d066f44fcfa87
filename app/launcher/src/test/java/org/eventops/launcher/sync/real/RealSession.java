package org.eventops.launcher.sync.real;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.sync.engine.FeedTransaction;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.sim.FeedWatch.Answered;
import org.jspecify.annotations.Nullable;

/**
 * A device's session at the real hub. Little is asked at a time, so that short histories have first
 * loads in chunks and feeds that take several calls; whatever is handed over is watched.
 */
final class RealSession implements Hub {
    private static final int CHUNK = 5;
    private static final int FEED = 12;

    private final Hub hub;
    private final RealHub watch;
    private final UUID device;
    private final int generation;
    private boolean failed;
    private final Map<UUID, TreeMap<Integer, List<RowChange>>> parts = new HashMap<>();

    RealSession(Hub hub, RealHub watch, UUID device) {
        this.hub = hub;
        this.watch = watch;
        this.device = device;
        this.generation = watch.generation();
    }

    private interface Call<T> {
        T go() throws HubProblem;
    }

    /** Whatever is asked, the hub's clock says what the history's does. */
    private <T> T asked(Call<T> call) throws HubProblem {
        watch.tick();
        try {
            return call.go();
        } catch (HubProblem problem) {
            failed = true;
            throw problem;
        }
    }

    @Override
    public Welcome hello(Hello hello) throws HubProblem {
        return asked(() -> hub.hello(hello));
    }

    @Override
    public List<Receipt> push(Sender sender, List<LocalMutation> mutations) throws HubProblem {
        List<Receipt> receipts = asked(() -> hub.push(sender, mutations));
        List<Answered> answered = new ArrayList<>();
        for (int i = 0; i < mutations.size(); i++) {
            LocalMutation mutation = mutations.get(i);
            answered.add(new Answered(mutation, mutation.changes(), receipts.get(i)));
        }
        watch.happened(device, answered);
        return receipts;
    }

    @Override
    public Optional<Receipt> pushPart(
            Sender sender, LocalMutation head, int part, boolean last, List<RowChange> changes)
            throws HubProblem {
        TreeMap<Integer, List<RowChange>> all =
                parts.computeIfAbsent(head.id(), key -> new TreeMap<>());
        all.put(part, changes);
        Optional<Receipt> receipt = asked(() -> hub.pushPart(sender, head, part, last, changes));
        if (receipt.isPresent()) {
            List<RowChange> whole = all.values().stream().flatMap(List::stream).toList();
            watch.happened(device, List.of(new Answered(head, whole, receipt.get())));
        }
        return receipt;
    }

    @Override
    public List<ScopeClock> clocks() throws HubProblem {
        // whether an event is live says the real clock: nothing depends on it here
        return asked(hub::clocks).stream()
                .map(each -> new ScopeClock(each.scope(), each.epoch(), each.seq(), false))
                .sorted((one, other) -> one.scope().compareTo(other.scope()))
                .toList();
    }

    @Override
    public List<FeedTransaction> pull(Cursor cursor, int entries) throws HubProblem {
        return asked(() -> hub.pull(cursor, Math.min(entries, FEED)));
    }

    @Override
    public Chunk load(UUID scope, String table, @Nullable UUID after, int rows) throws HubProblem {
        return asked(() -> hub.load(scope, table, after, Math.min(rows, CHUNK)));
    }

    @Override
    public Map<String, ContentHash> hashes(UUID scope) throws HubProblem {
        Map<String, ContentHash> hashes = new TreeMap<>(asked(() -> hub.hashes(scope)));
        hashes.values().removeIf(ContentHash.NONE::equals);
        return hashes;
    }

    @Override
    public UUID newLineage() throws HubProblem {
        return asked(hub::newLineage);
    }

    @Override
    public void poke(List<UUID> scopes) throws HubProblem {
        boolean unused =
                asked(
                        () -> {
                            hub.poke(scopes);
                            return true;
                        });
        watch.poked(scopes);
    }

    /** Some sessions are used by the next connection, too: ending all of them takes its time. */
    @Override
    public void close() {
        watch.closed(device, hub, !failed && generation == watch.generation());
    }
}
