package org.eventops.sync.sim;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Rows.Taken;
import org.jspecify.annotations.Nullable;

/** What people do at a console: one of many things, by chance. */
final class Work {
    private static final List<String> NAMES = List.of("alpha", "beta", "gamma", "delta");
    private static final List<String> CODES = List.of("T1", "T2", "T3", "T4", "T5", "T6");
    private static final List<String> SLUGS = List.of("gala", "fiesta", "expo");

    private final RandomGenerator random;
    private final Supplier<UUID> ids;

    /** Scans that were shown green, with who showed them. */
    final Map<UUID, Green> green = new LinkedHashMap<>();

    /** A scan that was shown green. */
    record Green(Console at, UUID list, UUID ticket) {}

    /** Mutations that were shown as done. */
    final Map<UUID, Console> shown = new LinkedHashMap<>();

    Work(RandomGenerator random, Supplier<UUID> ids) {
        this.random = random;
        this.ids = ids;
    }

    private int chance(int n) {
        return random.nextInt(n);
    }

    private <T> T one(List<T> of) {
        return of.get(chance(of.size()));
    }

    /**
     * Does one thing.
     *
     * @return what, for the trace
     */
    String something(Console at) {
        boolean organizes = at.role.equals("admin") || at.role.equals("organizer");
        int dice = chance(100);
        if (dice < 40) {
            return scan(at);
        }
        if (dice < 46) {
            return undo(at);
        }
        if (dice < 50) {
            return resolve(at);
        }
        if (dice < 54) {
            return sale(at);
        }
        if (dice < 56) {
            return nonsense(at);
        }
        if (!organizes && dice < 97) {
            return ticket(at);
        }
        return organize(at, chance(12));
    }

    private String organize(Console at, int what) {
        return switch (what) {
            case 0 -> event(at);
            case 1 -> make(at, "product", this::product);
            case 2 -> make(at, "ticket", this::newTicket);
            case 3 -> make(at, "ticket_order", this::order);
            case 4 -> make(at, "checkin_list", this::list);
            case 5 -> make(at, "venue", this::venue);
            case 6 -> rename(at);
            case 7 -> edit(at);
            case 8 -> remove(at);
            case 9 -> imported(at);
            case 10 -> make(at, "badge_layout", this::layout);
            default -> ticket(at);
        };
    }

    /** Something of its own to begin with. */
    void prepare(Console at) {
        done(at, "prepare", false, edit -> edit.insert("event", event("gala")));
        UUID event = one(events(at));
        done(
                at,
                "prepare",
                false,
                edit -> {
                    edit.insert("ticket_order", order(event));
                    edit.insert("checkin_list", list(event));
                });
        done(at, "prepare", false, edit -> edit.insert("product", product(event)));
        for (String code : CODES.subList(0, 3)) {
            Map<String, @Nullable Object> ticket = newTicket(event);
            ticket.put("code", code);
            ticket.put("order_id", Row.id(Objects.requireNonNull(any(at, "ticket_order", event))));
            done(at, "prepare", false, edit -> edit.insert("ticket", ticket));
        }
    }

    private @Nullable LocalMutation done(
            Console at, String what, boolean large, java.util.function.Consumer<Editing> work) {
        LocalMutation mutation = at.store.transact(large, work);
        if (mutation != null) {
            shown.put(mutation.id(), at);
        }
        return what.isEmpty() ? null : mutation;
    }

    /** The disk of this console is an older one: what it had written since is nobody's promise. */
    void forgotten(Console at) {
        shown.values().removeIf(console -> console == at);
        green.values().removeIf(scan -> scan.at() == at);
    }

    private List<UUID> events(Console at) {
        List<UUID> events = new ArrayList<>();
        at.store
                .rows()
                .forEach(
                        (key, row) -> {
                            if (key.table().equals("event")) {
                                events.add(key.id());
                            }
                        });
        return events;
    }

    private List<Map<String, @Nullable Object>> all(
            Console at, String table, @Nullable UUID scope) {
        List<Map<String, @Nullable Object>> found = new ArrayList<>();
        at.store
                .rows()
                .forEach(
                        (key, row) -> {
                            if (key.table().equals(table)
                                    && (scope == null || Row.scope(row).equals(scope))) {
                                found.add(row);
                            }
                        });
        return found;
    }

    private @Nullable Map<String, @Nullable Object> any(
            Console at, String table, @Nullable UUID scope) {
        List<Map<String, @Nullable Object>> found = all(at, table, scope);
        return found.isEmpty() ? null : one(found);
    }

    private Map<String, @Nullable Object> row(UUID scope) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", ids.get());
        row.put("tenant", ModelHub.TENANT);
        row.put("scope", scope);
        return row;
    }

    private Map<String, @Nullable Object> event(String slug) {
        UUID id = ids.get();
        Map<String, @Nullable Object> row = row(id);
        row.put("id", id);
        row.put("slug", slug);
        row.put("name", one(NAMES));
        return row;
    }

    private Map<String, @Nullable Object> product(UUID scope) {
        Map<String, @Nullable Object> row = row(scope);
        String name = one(NAMES);
        row.put("name_key", name);
        row.put("name", name);
        row.put("price", (long) chance(50));
        return row;
    }

    private Map<String, @Nullable Object> order(UUID scope) {
        Map<String, @Nullable Object> row = row(scope);
        row.put("code", "O" + chance(4));
        row.put("status", one(NAMES));
        return row;
    }

    private Map<String, @Nullable Object> list(UUID scope) {
        Map<String, @Nullable Object> row = row(scope);
        row.put("name", one(NAMES));
        row.put("multiple_entry", chance(4) == 0);
        row.put("reentry_after_exit", chance(2) == 0);
        return row;
    }

    private Map<String, @Nullable Object> newTicket(UUID scope) {
        Map<String, @Nullable Object> row = row(scope);
        row.put("code", one(CODES));
        row.put("product", one(NAMES));
        row.put("name", one(NAMES));
        row.put("blocked", false);
        return row;
    }

    private Map<String, @Nullable Object> venue(UUID scope) {
        Map<String, @Nullable Object> row = row(ModelHub.TENANT);
        row.put("name", one(NAMES));
        row.put("city", one(NAMES) + (scope.getLeastSignificantBits() & 1));
        return row;
    }

    private Map<String, @Nullable Object> layout(UUID scope) {
        Map<String, @Nullable Object> row = row(scope);
        row.put("elements", one(NAMES));
        return row;
    }

    private String event(Console at) {
        Map<String, @Nullable Object> event = event(one(SLUGS));
        return tried(at, "event", edit -> edit.insert("event", event));
    }

    private String make(
            Console at,
            String table,
            java.util.function.Function<UUID, Map<String, @Nullable Object>> of) {
        List<UUID> events = events(at);
        if (events.isEmpty()) {
            return "nothing";
        }
        UUID scope = one(events);
        Map<String, @Nullable Object> row = of.apply(scope);
        if (table.equals("ticket")) {
            Map<String, @Nullable Object> order = any(at, "ticket_order", scope);
            if (order == null) {
                return "no order";
            }
            row.put("order_id", Row.id(order));
        }
        return tried(at, "make " + table, edit -> edit.insert(table, row));
    }

    /** What does not fit here is refused here, and nothing happens. */
    private String tried(Console at, String what, java.util.function.Consumer<Editing> work) {
        try {
            LocalMutation mutation = done(at, what, false, work);
            return what + " " + (mutation == null ? "-" : mutation.id());
        } catch (Taken taken) {
            return what + " taken";
        }
    }

    private String scan(Console at) {
        Map<String, @Nullable Object> list = any(at, "checkin_list", null);
        if (list == null) {
            return "no list";
        }
        Map<String, @Nullable Object> ticket = any(at, "ticket", Row.scope(list));
        if (ticket == null) {
            return "no ticket";
        }
        boolean in = isIn(at, Row.id(list), Row.id(ticket));
        Map<String, @Nullable Object> scan = row(Row.scope(list));
        scan.put("list_id", Row.id(list));
        scan.put("ticket_id", Row.id(ticket));
        scan.put("code", ticket.get("code"));
        scan.put("at", Conflicts.time(at.now().truncatedTo(ChronoUnit.MICROS)));
        boolean exit = in && chance(3) == 0;
        boolean refused = in && !exit && !Row.is(list, "multiple_entry");
        scan.put("kind", exit ? "EXIT" : "ENTRY");
        scan.put("verdict", exit ? "EXITED" : refused ? "REFUSED" : "ADMITTED");
        if (refused && chance(4) == 0) {
            scan.put("verdict", "ADMITTED");
            scan.put("override_reason", "known");
        }
        String shown = tried(at, "scan " + scan.get("verdict"), edit -> edit.insert("scan", scan));
        if ("ADMITTED".equals(scan.get("verdict"))) {
            green.put(Row.id(scan), new Green(at, Row.id(list), Row.id(ticket)));
        }
        return shown;
    }

    private boolean isIn(Console at, UUID list, UUID ticket) {
        Set<UUID> undone = new HashSet<>();
        all(at, "scan_undo", null).forEach(undo -> undone.add((UUID) undo.get("scan_id")));
        boolean in = false;
        for (Map<String, @Nullable Object> scan : all(at, "scan", null)) {
            if (list.equals(scan.get("list_id"))
                    && ticket.equals(scan.get("ticket_id"))
                    && !undone.contains(Row.id(scan))) {
                String verdict = Row.text(scan, "verdict");
                in = verdict.equals("ADMITTED") || (in && !verdict.equals("EXITED"));
            }
        }
        return in;
    }

    private String undo(Console at) {
        Map<String, @Nullable Object> scan = any(at, "scan", null);
        if (scan == null) {
            return "no scan";
        }
        Map<String, @Nullable Object> undo = row(Row.scope(scan));
        undo.put("scan_id", Row.id(scan));
        undo.put("at", Conflicts.time(at.now().truncatedTo(ChronoUnit.MICROS)));
        undo.put("reason", one(NAMES));
        return tried(at, "undo", edit -> edit.insert("scan_undo", undo));
    }

    private String resolve(Console at) {
        Map<String, @Nullable Object> conflict = any(at, "conflict", null);
        if (conflict == null || conflict.get("resolved") != null) {
            return "no conflict";
        }
        Map<String, @Nullable Object> taken = new LinkedHashMap<>();
        taken.put("resolved", Conflicts.time(at.now().truncatedTo(ChronoUnit.MICROS)));
        taken.put("resolved_by", at.name);
        taken.put("taken", chance(2) == 0 ? "mine" : "theirs");
        Key key = new Key("conflict", Row.id(conflict));
        return tried(at, "resolve", edit -> edit.update(key, taken));
    }

    private String sale(Console at) {
        Map<String, @Nullable Object> lease = any(at, "lease", null);
        if (lease == null) {
            return "no lease";
        }
        Map<String, @Nullable Object> sale = row(Row.scope(lease));
        sale.put("lease_id", Row.id(lease));
        sale.put("product", lease.get("product"));
        sale.put("quantity", 1 + chance(2));
        sale.put("at", Conflicts.time(at.now().truncatedTo(ChronoUnit.MICROS)));
        return tried(at, "sale", edit -> edit.insert("stock_sale", sale));
    }

    private String nonsense(Console at) {
        Map<String, @Nullable Object> ticket = any(at, "ticket", null);
        if (ticket == null) {
            return "no ticket";
        }
        return tried(
                at,
                "nonsense",
                edit -> edit.nonsense("ticket", Row.id(ticket), "blocked", "perhaps"));
    }

    private String ticket(Console at) {
        Map<String, @Nullable Object> ticket = any(at, "ticket", null);
        if (ticket == null) {
            return "no ticket";
        }
        Map<String, @Nullable Object> change = new LinkedHashMap<>();
        if (at.role.equals("door") && chance(6) > 0) {
            change.put("answers", one(NAMES));
        } else {
            change.put(one(List.of("name", "note", "status")), chance(5) == 0 ? null : one(NAMES));
        }
        if (chance(3) == 0) {
            change.put("answers", one(NAMES));
        }
        Key key = new Key("ticket", Row.id(ticket));
        return tried(at, "edit ticket", edit -> edit.update(key, change));
    }

    private String edit(Console at) {
        String table = one(List.of("product", "venue", "checkin_list", "badge_layout", "ticket"));
        Map<String, @Nullable Object> row = any(at, table, null);
        if (row == null) {
            return "no " + table;
        }
        Map<String, @Nullable Object> change = new LinkedHashMap<>();
        switch (table) {
            case "product" -> change.put("price", (long) chance(50));
            case "venue" -> change.put("city", one(NAMES));
            case "badge_layout" -> change.put("elements", one(NAMES));
            case "ticket" -> {
                Map<String, @Nullable Object> order = any(at, "ticket_order", Row.scope(row));
                change.put("order_id", order == null ? row.get("order_id") : Row.id(order));
            }
            default -> change.put("multiple_entry", chance(3) == 0);
        }
        Key key = new Key(table, Row.id(row));
        return tried(at, "edit " + table, edit -> edit.update(key, change));
    }

    private String rename(Console at) {
        String table = one(List.of("event", "product", "venue", "ticket"));
        Map<String, @Nullable Object> row = any(at, table, null);
        if (row == null) {
            return "no " + table;
        }
        Map<String, @Nullable Object> change = new LinkedHashMap<>();
        switch (table) {
            case "event" -> change.put("slug", one(SLUGS));
            case "product" -> change.put("name_key", one(NAMES));
            case "ticket" -> change.put("code", one(CODES));
            default -> change.put("name", one(NAMES));
        }
        Key key = new Key(table, Row.id(row));
        return tried(at, "rename " + table, edit -> edit.update(key, change));
    }

    private String remove(Console at) {
        String table = one(List.of("product", "ticket", "ticket_order", "checkin_list", "venue"));
        Map<String, @Nullable Object> row = any(at, table, null);
        if (row == null) {
            return "no " + table;
        }
        Key key = new Key(table, Row.id(row));
        boolean scanned =
                all(at, "scan", null).stream()
                        .anyMatch(
                                scan ->
                                        key.id().equals(scan.get("ticket_id"))
                                                || key.id().equals(scan.get("list_id")));
        return scanned ? "scanned" : tried(at, "delete " + table, edit -> edit.delete(key));
    }

    private String imported(Console at) {
        List<UUID> events = events(at);
        if (events.isEmpty()) {
            return "nothing";
        }
        UUID scope = one(events);
        LocalMutation mutation =
                done(
                        at,
                        "import",
                        true,
                        edit -> {
                            Map<String, @Nullable Object> order = order(scope);
                            order.put("code", "I" + chance(3));
                            if (edit.free("ticket_order", order)) {
                                edit.insert("ticket_order", order);
                                for (int i = 0; i < 7; i++) {
                                    Map<String, @Nullable Object> ticket = newTicket(scope);
                                    ticket.put("code", order.get("code") + "-" + i);
                                    ticket.put("order_id", Row.id(order));
                                    if (edit.free("ticket", ticket)) {
                                        edit.insert("ticket", ticket);
                                    }
                                }
                            }
                        });
        return "import " + (mutation == null ? "-" : mutation.id());
    }
}
