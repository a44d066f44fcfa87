package org.eventops.sync.carry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.sync.engine.FeedTransaction;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A hub to which parcels of other consoles are brought along whenever it is asked for news. */
public final class CarryingHub implements Hub {
    private static final Logger LOG = LoggerFactory.getLogger(CarryingHub.class);

    private final Hub real;
    private final CarriedForward forward;

    /** Those to which the hub said no, or that are damaged: not again on this connection. */
    private final Set<Path> left = new HashSet<>();

    public CarryingHub(Hub real, CarriedForward forward) {
        this.real = real;
        this.forward = forward;
    }

    @Override
    public List<ScopeClock> clocks() throws HubProblem {
        Optional<Path> next =
                forward.waiting().stream().filter(parcel -> !left.contains(parcel)).findFirst();
        if (next.isPresent()) {
            bring(next.get());
        }
        return real.clocks();
    }

    /** Trouble with another's parcel stops neither this console's exchange nor the next parcel. */
    private void bring(Path parcel) throws HubProblem {
        try {
            forward.bring(real, parcel);
        } catch (HubProblem e) {
            switch (e.kind()) {
                case UNREACHABLE, BUSY, REVOKED -> throw e;
                default -> leave(parcel, e);
            }
        } catch (IOException | ParcelProblem e) {
            leave(parcel, e);
        }
    }

    private void leave(Path parcel, Exception cause) {
        left.add(parcel);
        LOG.warn("changes of another console were not taken by the hub, and are kept", cause);
    }

    @Override
    public Welcome hello(Hello hello) throws HubProblem {
        return real.hello(hello);
    }

    @Override
    public List<Receipt> push(Sender sender, List<LocalMutation> mutations) throws HubProblem {
        return real.push(sender, mutations);
    }

    @Override
    public Optional<Receipt> pushPart(
            Sender sender, LocalMutation head, int part, boolean last, List<RowChange> changes)
            throws HubProblem {
        return real.pushPart(sender, head, part, last, changes);
    }

    @Override
    public List<FeedTransaction> pull(Cursor cursor, int entries) throws HubProblem {
        return real.pull(cursor, entries);
    }

    @Override
    public Chunk load(UUID scope, String table, @Nullable UUID after, int rows) throws HubProblem {
        return real.load(scope, table, after, rows);
    }

    @Override
    public Map<String, ContentHash> hashes(UUID scope) throws HubProblem {
        return real.hashes(scope);
    }

    @Override
    public UUID newLineage() throws HubProblem {
        return real.newLineage();
    }

    @Override
    public void poke(List<UUID> scopes) throws HubProblem {
        real.poke(scopes);
    }

    @Override
    public void close() {
        real.close();
    }
}
