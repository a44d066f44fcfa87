package org.eventops.launcher.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** The real hub, with a step before and after what matters. */
record SteppedHub(Hub real, NamedSteps steps) implements Hub {
    @Override
    public Welcome hello(Hello hello) throws HubProblem {
        steps.at("hello-asked");
        return real.hello(hello);
    }

    @Override
    public List<Receipt> push(Sender sender, List<LocalMutation> mutations) throws HubProblem {
        steps.at("push-asked");
        List<Receipt> receipts = real.push(sender, mutations);
        steps.at("push-answered");
        return receipts;
    }

    @Override
    public Optional<Receipt> pushPart(
            Sender sender, LocalMutation head, int part, boolean last, List<RowChange> changes)
            throws HubProblem {
        steps.at("part-asked");
        Optional<Receipt> receipt = real.pushPart(sender, head, part, last, changes);
        steps.at("part-answered");
        return receipt;
    }

    @Override
    public List<ScopeClock> clocks() throws HubProblem {
        return real.clocks();
    }

    @Override
    public List<FeedTransaction> pull(Cursor cursor, int entries) throws HubProblem {
        steps.at("pull-asked");
        List<FeedTransaction> feed = real.pull(cursor, entries);
        steps.at("pull-answered");
        return feed;
    }

    @Override
    public Chunk load(UUID scope, String table, @Nullable UUID after, int rows) throws HubProblem {
        steps.at("load-asked");
        Chunk chunk = real.load(scope, table, after, rows);
        steps.at("load-answered");
        return chunk;
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
        steps.at("poke-asked");
        real.poke(scopes);
    }

    @Override
    public void close() {
        real.close();
    }
}
