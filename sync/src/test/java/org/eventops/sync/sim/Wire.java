package org.eventops.sync.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.sync.engine.Connector;
import org.eventops.sync.engine.FeedTransaction;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.engine.HubProblem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What lies between a console and the hub: requests and answers are lost, come twice, come late.
 */
final class Wire implements Connector {
    /** A call as it goes over the wire. */
    private interface Call<T> {
        T go() throws HubProblem;
    }

    /** Something that arrives at the hub long after its sender gave up. */
    interface Late {
        void arrive() throws HubProblem;
    }

    private final Connector hub;
    private final RandomGenerator random;
    private final Runnable hazard;
    private final Deque<Late> late = new ArrayDeque<>();
    private int incarnation;
    boolean cut;

    /** Of a hundred calls, how many go wrong in each way. */
    int faults;

    Wire(Connector hub, RandomGenerator random, Runnable hazard) {
        this.hub = hub;
        this.random = random;
        this.hazard = hazard;
    }

    /** The hub went down and came up again: connections and what was on its way are gone. */
    void reset() {
        incarnation++;
        late.clear();
    }

    boolean hasLate() {
        return !late.isEmpty();
    }

    /** Delivers one of the late ones, in no order. */
    void deliverLate() {
        for (int i = random.nextInt(late.size()); i > 0; i--) {
            late.add(late.remove());
        }
        try {
            late.remove().arrive();
        } catch (HubProblem problem) {
            // nobody waits for the answer
            return;
        }
    }

    @Override
    public Hub connect() throws HubProblem {
        if (cut) {
            throw new HubProblem(Kind.UNREACHABLE, "cut");
        }
        if (fault()) {
            throw new HubProblem(random.nextBoolean() ? Kind.BUSY : Kind.UNREACHABLE, "connect");
        }
        return new Line(hub.connect());
    }

    private boolean fault() {
        return faults > 0 && random.nextInt(100) < faults;
    }

    private <T> T over(int since, Call<T> call, Late again) throws HubProblem {
        hazard.run();
        if (cut || since != incarnation) {
            throw new HubProblem(Kind.UNREACHABLE, "cut");
        }
        if (fault()) {
            if (random.nextInt(3) == 0) {
                late.add(again);
            }
            throw new HubProblem(Kind.UNREACHABLE, "request lost");
        }
        T answer = call.go();
        if (fault()) {
            late.add(again);
        }
        if (fault()) {
            again.arrive();
        }
        hazard.run();
        if (fault()) {
            throw new HubProblem(Kind.UNREACHABLE, "answer lost");
        }
        return answer;
    }

    private static void nothing() {}

    private final class Line implements Hub {
        private final Hub to;
        private final int since = incarnation;

        Line(Hub to) {
            this.to = to;
        }

        @Override
        public Welcome hello(Hello hello) throws HubProblem {
            return over(since, () -> to.hello(hello), Wire::nothing);
        }

        @Override
        public List<Receipt> push(Sender sender, List<LocalMutation> mutations) throws HubProblem {
            return over(since, () -> to.push(sender, mutations), () -> to.push(sender, mutations));
        }

        @Override
        public Optional<Receipt> pushPart(
                Sender sender, LocalMutation head, int part, boolean last, List<RowChange> changes)
                throws HubProblem {
            return over(
                    since,
                    () -> to.pushPart(sender, head, part, last, changes),
                    () -> to.pushPart(sender, head, part, last, changes));
        }

        @Override
        public List<ScopeClock> clocks() throws HubProblem {
            return over(since, to::clocks, Wire::nothing);
        }

        @Override
        public List<FeedTransaction> pull(Cursor cursor, int entries) throws HubProblem {
            return over(since, () -> to.pull(cursor, entries), Wire::nothing);
        }

        @Override
        public Chunk load(UUID scope, String table, @Nullable UUID after, int rows)
                throws HubProblem {
            return over(since, () -> to.load(scope, table, after, rows), Wire::nothing);
        }

        @Override
        public Map<String, ContentHash> hashes(UUID scope) throws HubProblem {
            return over(since, () -> to.hashes(scope), Wire::nothing);
        }

        @Override
        public UUID newLineage() throws HubProblem {
            return over(since, to::newLineage, Wire::nothing);
        }

        @Override
        public void poke(List<UUID> scopes) throws HubProblem {
            over(
                    since,
                    () -> {
                        to.poke(scopes);
                        return true;
                    },
                    Wire::nothing);
        }

        @Override
        public void close() {
            to.close();
        }
    }
}
