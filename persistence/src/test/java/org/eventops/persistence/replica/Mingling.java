package org.eventops.persistence.replica;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.Replica.Weight;
import org.eventops.domain.change.replica.Rows;
import org.eventops.domain.event.EventId;
import org.eventops.persistence.Gala;
import org.eventops.persistence.Store;
import org.jspecify.annotations.Nullable;

/** Random work of a console and of its hub on one store; a seed tells all of it. */
public final class Mingling {
    private final Store store;
    private final Random random;
    private final EventId event;
    private final UUID scope;
    private final List<UUID> tickets = new ArrayList<>();
    private int orders = 5;
    private long ids;
    private long seq;

    public Mingling(Store store, long seed) {
        this.store = store;
        this.random = new Random(seed);
        this.event = Gala.made(store, orders);
        this.scope = event.value();
    }

    public void steps(int count) {
        for (int i = 0; i < count; i++) {
            step();
        }
    }

    private void step() {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> Gala.scanned(store, event, "t" + random.nextInt(orders));
            case 3 -> Gala.made(store, "gala", ++orders);
            case 4, 5 -> hub(this::newTicket);
            case 6 -> hub(this::changedTicket);
            case 7 -> hub(this::goneTicket);
            case 8 -> hub(this::sameOrderTwice);
            case 9 -> answer();
            case 10 -> hub(this::rename);
            default -> elsewhere();
        }
    }

    private void hub(java.util.function.Consumer<Rows> work) {
        store.replica()
                .apply(
                        random.nextInt(4) == 0 ? Weight.LARGE : Weight.SMALL,
                        rows -> {
                            work.accept(rows);
                            rows.cursor(Wire.at(scope, ++seq));
                            return true;
                        });
    }

    private UUID id() {
        return new UUID(0x0199_d6a0_0000_7000L, ++ids);
    }

    private void newTicket(Rows rows) {
        UUID ticket = id();
        Wire.ticketOf(rows, scope, id(), ticket, "h" + ids);
        tickets.add(ticket);
    }

    private void changedTicket(Rows rows) {
        UUID ticket = any();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("note", random.nextBoolean() ? null : "note " + seq);
        columns.put("blocked", random.nextBoolean());
        rows.update("ticket", ticket, columns);
    }

    private UUID any() {
        return tickets.isEmpty() ? id() : tickets.get(random.nextInt(tickets.size()));
    }

    private void goneTicket(Rows rows) {
        UUID ticket = any();
        try {
            rows.delete("ticket", ticket);
            tickets.remove(ticket);
        } catch (Rows.Taken e) {
            rows.update("ticket", ticket, Map.of("attention", true));
        }
    }

    /** The hub brings an order of the same code as one made here: it is that one. */
    private void sameOrderTwice(Rows rows) {
        String code = "O" + random.nextInt(orders);
        UUID mine = rows.holder("ticket_order", Map.of("scope", scope, "code", code)).orElseThrow();
        UUID theirs = id();
        Map<String, @Nullable Object> row = Wire.order(scope, theirs, code);
        try {
            rows.put("ticket_order", theirs, row);
            throw new IllegalStateException("two orders of one code");
        } catch (Rows.Taken e) {
            rows.rekey("ticket_order", mine, theirs);
            rows.put("ticket_order", theirs, row);
        }
    }

    /** Two tickets change their codes, so that one has what was the other's. */
    private void rename(Rows rows) {
        if (tickets.size() < 2) {
            newTicket(rows);
            return;
        }
        UUID one = tickets.get(0);
        UUID two = tickets.get(1);
        Object first = code(rows, one);
        Object second = code(rows, two);
        rows.update("ticket", one, Map.of("code", "free" + seq));
        rows.update("ticket", two, Map.of("code", first));
        rows.update("ticket", one, Map.of("code", second));
    }

    private static Object code(Rows rows, UUID ticket) {
        return java.util.Objects.requireNonNull(
                rows.row("ticket", ticket).orElseThrow().get("code"));
    }

    private void answer() {
        List<LocalMutation> waiting = store.outbox().waiting(0, 1 + random.nextInt(3), 1L << 30);
        hub(
                rows -> {
                    for (LocalMutation each : waiting) {
                        if (random.nextBoolean()) {
                            rows.landed(each.id(), scope);
                        }
                        rows.receipt(
                                new Receipt(
                                        each.number(),
                                        each.id(),
                                        Receipt.Outcome.MERGED,
                                        null,
                                        Map.of(scope, seq + 2)),
                                Wire.AT.toInstant());
                    }
                });
    }

    /** Another event comes and goes. */
    private void elsewhere() {
        UUID other = new UUID(0x0199_d6a0_0000_7000L, 1L << 40);
        store.replica()
                .apply(
                        Weight.SMALL,
                        rows -> {
                            if (random.nextBoolean()) {
                                rows.drop(other);
                            }
                            List<Map<String, @Nullable Object>> gates = new ArrayList<>();
                            for (int i = 0; i < 3; i++) {
                                Map<String, @Nullable Object> gate = new HashMap<>();
                                gate.put("id", id());
                                gate.put("scope", other);
                                gate.put("name_key", "gate" + ids);
                                gate.put("name", "Gate");
                                gates.add(gate);
                            }
                            rows.insertAll("gate", gates);
                            return rows.holder(
                                    "gate", Map.of("scope", other, "name_key", "gate" + ids));
                        });
    }

    /** A file or a folder with all that is in it; nothing if it is not there. */
    public static void delete(Path path) throws IOException {
        if (Files.notExists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
