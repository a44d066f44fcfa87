package org.eventops.sync.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.sync.engine.FeedTransaction;
import org.eventops.sync.engine.Hub;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * How fast the hub is by itself; not among the tests, run with {@code HUB_FSYNC=on ./mvnw test
 * -Dtest=HubFigures}. The time of the processor tells what a quiet machine would do.
 */
class HubFigures {
    private static final int TICKETS = 100_000;
    private static final int SCANS = 20_000;
    private static final int EIGHT = 2_000;
    private static final int PART = 2_000;
    private static double used = 0;
    private static ProcessHandle server = ProcessHandle.current();

    @Test
    void figures() throws Exception {
        try (HubWorld world = new HubWorld();
                Console console = world.console("una", "admin")) {
            System.out.println("fsync " + world.asked("SHOW fsync"));
            UUID event = Changes.key();
            UUID list = Changes.key();
            console.push(
                    Changes.event(event, "grande"), Changes.list(event, list, "E", false, false));
            server = server(world);
            used = processor();
            List<UUID> tickets = imported(console, event);
            pushed(console, event, list, tickets);
            eight(world, event, list, tickets);
            loaded(console, event);
            pulled(console, event);
            latency(world, console, event, list);
        }
    }

    private static void say(String what, long count, long nanos) {
        double now = processor();
        System.out.printf(
                "%-42s %,d in %.2f s: %,.0f a second; %.2f s of processor: %,.0f%n",
                what, count, nanos / 1e9, count / (nanos / 1e9), now - used, count / (now - used));
        used = processor();
    }

    /** Of this server's processes, seconds. */
    private static double processor() {
        return server.children().mapToLong(HubFigures::millis).sum() / 1e3;
    }

    private static ProcessHandle server(HubWorld world) throws Exception {
        try (Connection open = world.operatorConnection()) {
            int session = open.unwrap(PGConnection.class).getBackendPID();
            return ProcessHandle.of(session).flatMap(ProcessHandle::parent).orElseThrow();
        }
    }

    private static long millis(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }

    private static List<UUID> imported(Console console, UUID event) throws Exception {
        UUID order = Changes.key();
        List<UUID> tickets = new ArrayList<>();
        LocalMutation any = console.mutation();
        LocalMutation head = new LocalMutation(any.number(), any.id(), any.at(), List.of(), true);
        long begin = System.nanoTime();
        long merging = begin;
        for (int part = 0; part < TICKETS / PART; part++) {
            List<RowChange> changes = new ArrayList<>();
            if (part == 0) {
                changes.add(Changes.order(event, order, "O"));
            }
            for (int i = 0; i < PART; i++) {
                UUID ticket = Changes.key();
                tickets.add(ticket);
                changes.add(
                        Changes.ticket(
                                event,
                                order,
                                ticket,
                                "T" + tickets.size(),
                                "Ana " + tickets.size()));
            }
            boolean last = part == TICKETS / PART - 1;
            merging = System.nanoTime();
            console.hub.pushPart(console.sender(), head, part, last, changes);
        }
        say("import, sent and merged", TICKETS, System.nanoTime() - begin);
        say("  of it the merge", TICKETS, System.nanoTime() - merging);
        return tickets;
    }

    private static void pushed(Console console, UUID event, UUID list, List<UUID> tickets) {
        List<List<LocalMutation>> batches = batches(console, event, list, tickets, SCANS);
        long begin = System.nanoTime();
        for (List<LocalMutation> batch : batches) {
            assertThat(console.send(batch)).hasSize(batch.size());
        }
        say("push, one console", SCANS, System.nanoTime() - begin);
    }

    private static List<List<LocalMutation>> batches(
            Console console, UUID event, UUID list, List<UUID> tickets, int scans) {
        List<List<LocalMutation>> batches = new ArrayList<>();
        for (int i = 0; i < scans; i += 200) {
            List<LocalMutation> batch = new ArrayList<>();
            for (int j = 0; j < 200; j++) {
                batch.add(
                        console.mutation(
                                Changes.scan(event, list, tickets.get(i + j), Changes.key())));
            }
            batches.add(batch);
        }
        return batches;
    }

    /** The same tickets at every console, so that most are second entries. */
    private static void eight(HubWorld world, UUID event, UUID list, List<UUID> tickets)
            throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Console> consoles = new ArrayList<>();
            List<List<List<LocalMutation>>> work = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Console each = world.console("puerta " + i, "door");
                consoles.add(each);
                int from = SCANS + (i / 2) * EIGHT;
                work.add(batches(each, event, list, tickets.subList(from, from + EIGHT), EIGHT));
            }
            long begin = System.nanoTime();
            List<Future<List<Receipt>>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int n = i;
                all.add(
                        threads.submit(
                                () -> {
                                    List<Receipt> last = List.of();
                                    for (List<LocalMutation> batch : work.get(n)) {
                                        last = consoles.get(n).send(batch);
                                    }
                                    return last;
                                }));
            }
            for (Future<List<Receipt>> each : all) {
                assertThat(each.get()).hasSize(200);
            }
            say("push, eight consoles, half second entries", 8L * EIGHT, System.nanoTime() - begin);
            consoles.forEach(Console::close);
            used = processor();
        }
    }

    private static void loaded(Console console, UUID event) throws Exception {
        for (int chunkRows : new int[] {5_000, 20_000}) {
            long begin = System.nanoTime();
            long rows = 0;
            String table = "ticket";
            UUID after = null;
            Hub.Chunk chunk;
            do {
                chunk = console.hub.load(event, table, after, chunkRows);
                for (Hub.Chunk.Section section : chunk.sections()) {
                    rows += section.rows().size();
                    table = section.table();
                    after = (UUID) section.rows().getLast().get("id");
                }
            } while (chunk.more());
            say("first load, chunks of " + chunkRows, rows, System.nanoTime() - begin);
        }
    }

    private static void pulled(Console console, UUID event) throws Exception {
        long begin = System.nanoTime();
        long entries = 0;
        Cursor cursor = new Cursor(event, 1, 0, null, null);
        List<FeedTransaction> more = console.hub.pull(cursor, 2_000);
        while (!more.isEmpty()) {
            for (FeedTransaction each : more) {
                entries += each.entries().size();
            }
            FeedTransaction last = more.getLast();
            cursor = new Cursor(event, 1, last.lastSeq(), last.mark(), null);
            more = console.hub.pull(cursor, 2_000);
        }
        say("feed", entries, System.nanoTime() - begin);
    }

    private static void latency(HubWorld world, Console from, UUID event, UUID list)
            throws Exception {
        Semaphore poked = new Semaphore(0);
        var access = world.enroll("lejos", "door");
        try (Console to = HubWorld.connected(access);
                PgWakeups wakeups = new PgWakeups(() -> access)) {
            wakeups.start(poked::release);
            poked.tryAcquire(20, TimeUnit.SECONDS);
            long seq = from.hub.clocks().getLast().seq();
            UUID mark = from.feed(event).getLast().mark();
            Cursor cursor = new Cursor(event, 1, seq, mark, null);
            List<Long> times = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                long begin = System.nanoTime();
                from.push(Changes.stray(event, list, Changes.key()));
                from.hub.poke(List.of(event));
                poked.tryAcquire(5, TimeUnit.SECONDS);
                FeedTransaction came = to.hub.pull(cursor, 100).getLast();
                times.add(System.nanoTime() - begin);
                cursor = new Cursor(event, 1, came.lastSeq(), came.mark(), null);
            }
            times.sort(null);
            System.out.printf(
                    "one scan, push + poke + pull: p50 %.1f ms, p99 %.1f ms%n",
                    times.get(150) / 1e6, times.get(297) / 1e6);
        }
    }
}
