package org.eventops.adapters.files.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.door.ScanId;
import org.eventops.domain.door.ScanKind;
import org.eventops.domain.door.Undo;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.exchange.ScanEntry;
import org.jspecify.annotations.Nullable;

/** {@code scans}, one at a time, after all orders. */
final class ScanSection {
    private static final Set<String> SCAN =
            Set.of(
                    "id",
                    "list",
                    "ticket",
                    "code",
                    "kind",
                    "verdict",
                    "at",
                    "gate",
                    "device",
                    "operator",
                    "override",
                    "undone");
    private static final Set<String> UNDO = Set.of("at", "reason", "operator");

    private final Problems problems;
    private final Keyed<?> lists;
    private final OrderSection orders;
    private final Set<UUID> ids = new HashSet<>();
    private final List<ScanEntry> entries = new ArrayList<>();

    ScanSection(Problems problems, Keyed<?> lists, OrderSection orders) {
        this.problems = problems;
        this.lists = lists;
        this.orders = orders;
    }

    void take(JsonNode node, String path) {
        Fields f = new Fields(node, path, problems, SCAN);
        UUID id = id(f);
        String list = f.required("list", Limits.NAME);
        References.one(f, "list", list, lists, "no_list");
        String ticket = f.text("ticket", null, Limits.CODE);
        if (ticket != null && !orders.names(ticket)) {
            f.refuse("ticket", "no_ticket_here");
        }
        String code = f.text("code", ticket, Limits.CODE);
        if (code == null) {
            problems.add(path + ".code", "", "code_or_ticket");
            return;
        }
        ScanKind kind = f.choice("kind", ScanKind.class, null, false);
        Verdict verdict = kind == ScanKind.ENTRY ? Verdict.ADMITTED : Verdict.EXITED;
        entries.add(
                new ScanEntry(
                        new ScanId(id),
                        list,
                        ticket,
                        code,
                        kind,
                        f.choice("verdict", Verdict.class, verdict, true),
                        f.requiredInstant("at", null),
                        f.text("gate", null, Limits.NAME),
                        f.text("device", null, Limits.NAME),
                        f.text("operator", null, Limits.NAME),
                        f.text("override", null, Limits.REASON),
                        undo(f)));
    }

    private UUID id(Fields f) {
        String text = f.required("id", Limits.KEY);
        try {
            UUID id = text.isEmpty() ? new UUID(0, 0) : UUID.fromString(text);
            if (!text.isEmpty() && !ids.add(id)) {
                f.refuse("id", "duplicate");
            }
            return id;
        } catch (IllegalArgumentException e) {
            f.refuse("id", "not_uuid");
            return new UUID(0, 0);
        }
    }

    /** A time alone, or an object where more is known. */
    private @Nullable Undo undo(Fields scan) {
        JsonNode node = scan.tree("undone");
        if (node.isMissingNode()) {
            return null;
        }
        if (!node.isObject()) {
            var at = scan.instant("undone", null);
            return at == null ? null : new Undo(at, null, null);
        }
        Fields f = new Fields(node, scan.path() + ".undone", problems, UNDO);
        return new Undo(
                f.requiredInstant("at", null),
                f.text("reason", null, Limits.REASON),
                f.text("operator", null, Limits.NAME));
    }

    List<ScanEntry> finish() {
        return entries;
    }
}
