package org.eventops.sync.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.sync.engine.FeedTransaction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** I3: the numbers of a scope are 1..clock, in commit order, whoever pushes at once. */
class GaplessFeedTest {
    private static final HubWorld WORLD = new HubWorld();
    private static final int CONSOLES = 4;
    private static final int BATCHES = 15;

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void hasNoHoleForAReaderWhileSeveralPushToTwoEventsAtOnce() throws Exception {
        UUID one = Changes.key();
        UUID two = Changes.key();
        UUID list = Changes.key();
        List<Console> consoles = new ArrayList<>();
        try (Console reader = WORLD.console("lee", "admin");
                ExecutorService threads = Executors.newFixedThreadPool(CONSOLES + 1)) {
            reader.push(Changes.event(one, "uno"));
            reader.push(Changes.event(two, "dos"));
            tickets(reader, one, list, 1);
            tickets(reader, two, UUID.nameUUIDFromBytes(new byte[] {2}), 2);
            for (int i = 0; i < CONSOLES; i++) {
                consoles.add(WORLD.console("puerta " + i, "admin"));
            }
            AtomicBoolean done = new AtomicBoolean();
            Future<Long> read = threads.submit(() -> follow(reader, one, done));
            List<Future<Integer>> pushed = new ArrayList<>();
            for (Console console : consoles) {
                pushed.add(threads.submit(pushing(console, one, two, list)));
            }
            int mutations = 0;
            for (Future<Integer> each : pushed) {
                mutations += each.get();
            }
            done.set(true);
            long followed = read.get();
            List<FeedTransaction> all = reader.feed(one);
            assertThat(all.getLast().lastSeq()).isEqualTo(followed);
            assertThat(
                            WORLD.asked(
                                    "SELECT count(*) FROM sync.receipt WHERE number > 0 AND outcome <> 'REJECTED'"))
                    .isEqualTo(String.valueOf(mutations + 4));
            assertThat(
                            WORLD.asked(
                                    "SELECT count(*) || ' ' || max(seq) FROM sync.change_log WHERE scope = '"
                                            + one
                                            + "'"))
                    .isEqualTo(followed + " " + followed);
        } finally {
            consoles.forEach(Console::close);
        }
    }

    private static void tickets(Console console, UUID event, UUID list, long space) {
        UUID order = Changes.key();
        List<RowChange> changes = new ArrayList<>();
        changes.add(Changes.list(event, list, "Entrada", false, false));
        changes.add(Changes.order(event, order, "O"));
        for (int i = 0; i < BATCHES * 20; i++) {
            changes.add(Changes.ticket(event, order, new UUID(space, i), "T" + i, "Ana"));
        }
        console.push(changes.toArray(RowChange[]::new));
    }

    /** Scans, of tickets that others scan too, renames of one event and rejections, mixed. */
    private static Callable<Integer> pushing(Console console, UUID one, UUID two, UUID list) {
        return () -> {
            int sent = 0;
            for (int batch = 0; batch < BATCHES; batch++) {
                List<LocalMutation> mutations = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    boolean second = i % 3 == 0;
                    UUID where = second ? two : one;
                    UUID of = second ? UUID.nameUUIDFromBytes(new byte[] {2}) : list;
                    UUID ticket = new UUID(second ? 2 : 1, batch * 20L + i);
                    mutations.add(console.mutation(Changes.scan(where, of, ticket, Changes.key())));
                }
                mutations.add(
                        console.mutation(
                                Changes.gate(one, Changes.key(), "g" + batch, "Puerta"),
                                Changes.gate(two, Changes.key(), "g" + batch, "Puerta")));
                mutations.add(
                        console.mutation(
                                Changes.update("event", one, one, "name", "x", "n" + batch)));
                sent += console.send(mutations).size();
            }
            return sent;
        };
    }

    private static long follow(Console reader, UUID scope, AtomicBoolean done) throws Exception {
        Cursor cursor = new Cursor(scope, 1, 0, null, null);
        Set<UUID> marks = new HashSet<>();
        while (true) {
            boolean last = done.get();
            List<FeedTransaction> more = reader.hub.pull(cursor, 50);
            for (FeedTransaction each : more) {
                assertThat(each.firstSeq()).isEqualTo(cursor.seq() + 1);
                assertThat(marks.add(each.mark())).isTrue();
                cursor = new Cursor(scope, 1, each.lastSeq(), each.mark(), null);
            }
            if (last && more.isEmpty()) {
                return cursor.seq();
            }
        }
    }
}
