package org.eventops.sync.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.sync.engine.FeedTransaction;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.jspecify.annotations.Nullable;

/** What has to hold when everything is mended and nothing moves any more. */
final class Checks {
    private final HubUnderTest hub;
    private final HubAudit audit;
    private final List<Console> consoles;
    private final Work work;
    private String unquiet = "";

    Checks(HubUnderTest hub, HubAudit audit, List<Console> consoles, Work work) {
        this.hub = hub;
        this.audit = audit;
        this.consoles = consoles;
        this.work = work;
    }

    String unquiet() {
        return unquiet;
    }

    boolean quiet() {
        for (Console console : consoles) {
            if (!console.revoked && !quiet(console)) {
                return false;
            }
        }
        return true;
    }

    private boolean quiet(Console console) {
        if (!console.rested || console.store.outbox().backlog().count() > 0) {
            unquiet = console.name + " has an outbox";
            return false;
        }
        Map<UUID, Cursor> cursors = new HashMap<>();
        console.store.replica().cursors().forEach(cursor -> cursors.put(cursor.scope(), cursor));
        for (Hub.ScopeClock clock : clocks(console)) {
            Cursor cursor = cursors.remove(clock.scope());
            if (cursor == null
                    || cursor.loading() != null
                    || (cursor.seq() > 0 && cursor.epoch() != clock.epoch())
                    || cursor.seq() != clock.seq()) {
                unquiet = console.name + " is at " + cursor + " and not " + clock;
                return false;
            }
        }
        boolean aside =
                console.store.rows().entrySet().stream()
                        .anyMatch(
                                row ->
                                        row.getKey().table().equals("event")
                                                && Row.text(row.getValue(), "slug").contains("~"));
        unquiet = console.name + (aside ? " has a slug aside" : " reads too much: " + cursors);
        return cursors.isEmpty() && !aside;
    }

    private List<Hub.ScopeClock> clocks(Console console) {
        try (Hub line = hub.connect(console.device)) {
            return line.clocks();
        } catch (HubProblem problem) {
            throw new IllegalStateException(problem);
        }
    }

    /**
     * @param lossy a scan may also be at the hub as a rejected one
     */
    void all(boolean lossy) {
        Map<Key, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();
        Map<UUID, List<FeedTransaction>> histories = new HashMap<>();
        for (UUID scope : scopes()) {
            List<FeedTransaction> history = audit.history(scope);
            histories.put(scope, history);
            history.forEach(transaction -> FoldCheck.apply(rows, transaction));
        }
        shown(lossy);
        green(rows, lossy);
        histories.values().forEach(history -> doubles(rows, history));
        consoles.stream().filter(console -> !console.revoked).forEach(this::equal);
    }

    private Set<UUID> scopes() {
        return audit.scopes();
    }

    /** I1, I2. */
    private void shown(boolean lossy) {
        work.shown.forEach(
                (mutation, console) -> {
                    boolean waits =
                            consoles.stream().anyMatch(other -> other.store.waits(mutation));
                    boolean sealed = lossy && console.revoked;
                    if (!audit.merged(mutation) && !waits && !sealed) {
                        throw new Violation(
                                "I1", mutation + " was shown at " + console.name + " and is gone");
                    }
                });
    }

    /** I6, the first half. */
    private void green(Map<Key, Map<String, @Nullable Object>> rows, boolean lossy) {
        Set<String> rejected = new HashSet<>();
        rows.forEach(
                (key, row) -> {
                    if (key.table().equals("conflict") && "REJECTED".equals(row.get("kind"))) {
                        rejected.add(String.valueOf(row.get("loser")));
                    }
                });
        Set<Key> known = new HashSet<>();
        for (UUID scope : scopes()) {
            for (FeedTransaction transaction : audit.history(scope)) {
                transaction.entries().stream()
                        .filter(
                                entry ->
                                        entry.op() == FeedTransaction.Op.ROW
                                                || entry.op() == FeedTransaction.Op.ALIAS)
                        .forEach(entry -> known.add(new Key(entry.table(), entry.key())));
            }
        }
        work.green.forEach(
                (scan, green) -> {
                    boolean excused =
                            lossy
                                    || !known.contains(new Key("ticket", green.ticket()))
                                    || !known.contains(new Key("checkin_list", green.list()));
                    boolean there =
                            rows.containsKey(new Key("scan", scan))
                                    || (excused
                                            && rejected.stream()
                                                    .anyMatch(
                                                            text ->
                                                                    text.contains(
                                                                            scan.toString())));
                    if (!there && !green.at().revoked) {
                        throw new Violation("I6", "the green scan " + scan + " is not at the hub");
                    }
                });
    }

    /** I6, the second half: computed from the feed alone. */
    private void doubles(
            Map<Key, Map<String, @Nullable Object>> rows, List<FeedTransaction> history) {
        Map<UUID, List<Map<String, @Nullable Object>>> byList = new LinkedHashMap<>();
        Set<UUID> seen = new HashSet<>();
        Map<UUID, Set<String>> rules = new HashMap<>();
        for (FeedTransaction transaction : history) {
            for (FeedTransaction.Entry entry : transaction.entries()) {
                boolean row = entry.op() == FeedTransaction.Op.ROW;
                if (row && entry.table().equals("scan") && seen.add(entry.key())) {
                    byList.computeIfAbsent(
                                    (UUID) Objects.requireNonNull(entry.columns().get("list_id")),
                                    list -> new ArrayList<>())
                            .add(Row.of(entry.columns()));
                } else if (entry.table().equals("checkin_list")) {
                    for (String rule : List.of("multiple_entry", "reentry_after_exit")) {
                        if (entry.columns().containsKey(rule)) {
                            rules.computeIfAbsent(entry.key(), list -> new HashSet<>())
                                    .add(rule + entry.columns().get(rule));
                        }
                    }
                }
            }
        }
        byList.forEach(
                (list, scans) -> {
                    Map<String, @Nullable Object> now = rows.get(new Key("checkin_list", list));
                    boolean steady = rules.getOrDefault(list, Set.of()).size() == 2;
                    if (now != null && steady) {
                        doubles(rows, now, scans);
                    }
                });
    }

    private static void doubles(
            Map<Key, Map<String, @Nullable Object>> rows,
            Map<String, @Nullable Object> list,
            List<Map<String, @Nullable Object>> scans) {
        Set<@Nullable Object> undone = new HashSet<>();
        rows.forEach(
                (key, row) -> {
                    if (key.table().equals("scan_undo")) {
                        undone.add(row.get("scan_id"));
                    }
                });
        Set<@Nullable Object> in = new HashSet<>();
        for (Map<String, @Nullable Object> scan : scans) {
            Object ticket = scan.get("ticket_id");
            boolean counts =
                    "ADMITTED".equals(scan.get("verdict"))
                            && scan.get("override_reason") == null
                            && !undone.contains(Row.id(scan));
            boolean expected = false;
            if (counts) {
                expected = !in.add(ticket) && !Row.is(list, "multiple_entry");
            } else if ("EXITED".equals(scan.get("verdict"))
                    && !undone.contains(Row.id(scan))
                    && Row.is(list, "reentry_after_exit")) {
                in.remove(ticket);
            }
            alert(rows, scan, expected);
        }
    }

    private static void alert(
            Map<Key, Map<String, @Nullable Object>> rows,
            Map<String, @Nullable Object> scan,
            boolean expected) {
        Map<String, @Nullable Object> alert =
                rows.values().stream()
                        .filter(row -> "DUPLICATE_ENTRY".equals(row.get("kind")))
                        .filter(row -> Row.id(scan).equals(row.get("row_id")))
                        .findFirst()
                        .orElse(null);
        boolean open = alert != null && alert.get("resolved") == null;
        boolean byPerson =
                alert != null
                        && alert.get("resolved") != null
                        && !"hub".equals(alert.get("resolved_by"));
        if (expected && !open && !byPerson) {
            throw new Violation("I6", "no alert for the double entry " + Row.id(scan));
        }
        if (!expected && open) {
            throw new Violation("I6", "an alert for no double entry " + Row.id(scan));
        }
    }

    /** I5, I8. */
    private void equal(Console console) {
        Set<UUID> read = new HashSet<>();
        for (Hub.ScopeClock clock : clocks(console)) {
            read.add(clock.scope());
            try (Hub line = hub.connect(console.device)) {
                var there = line.hashes(clock.scope());
                var here = console.store.replica().hashes(clock.scope());
                if (!there.equals(here)) {
                    throw new Violation(
                            "I5",
                            console.name
                                    + " "
                                    + clock.scope()
                                    + " has "
                                    + here
                                    + " and not "
                                    + there);
                }
            } catch (HubProblem problem) {
                throw new IllegalStateException(problem);
            }
        }
        console.store
                .rows()
                .forEach(
                        (key, row) -> {
                            if (!read.contains(Row.scope(row))) {
                                throw new Violation(
                                        "I8", console.name + " holds " + key + " of another scope");
                            }
                        });
    }
}
