package org.eventops.persistence.replica;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.Rows;
import org.jspecify.annotations.Nullable;

/** Rows as they come from a hub. */
final class Wire {
    static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:00:00.000001Z");

    private Wire() {}

    static Cursor at(UUID scope, long seq) {
        return new Cursor(scope, 1, seq, new UUID(9, seq), null);
    }

    static Map<String, @Nullable Object> order(UUID scope, UUID id, String code) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", id);
        row.put("scope", scope);
        row.put("code", code);
        row.put("code_folded", code);
        row.put("status", "PAID");
        row.put("approval", "NOT_NEEDED");
        row.put("valid_while_pending", false);
        row.put("placed", AT);
        return row;
    }

    static Map<String, @Nullable Object> ticket(UUID scope, UUID id, UUID order, String code) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", id);
        row.put("scope", scope);
        row.put("order_id", order);
        row.put("code", code);
        row.put("code_folded", code);
        row.put("product", "general");
        row.put("name", "Ana Peña " + code);
        row.put("email", "ana@example.com");
        row.put("status", "VALID");
        row.put("blocked", false);
        row.put("attention", false);
        row.put("answers", "");
        row.put("price", 120_000_00L);
        row.put("currency", "COP");
        return row;
    }

    static void ticketOf(Rows rows, UUID scope, UUID order, UUID ticket, String code) {
        rows.put("ticket_order", order, order(scope, order, "O-" + code));
        rows.put("ticket", ticket, ticket(scope, ticket, order, code));
    }

    /** A first entry of the ticket with this code, at the list of the sample. */
    static Map<String, @Nullable Object> scan(Rows rows, UUID scope, UUID id, String code) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", id);
        row.put("scope", scope);
        row.put(
                "list_id",
                rows.holder("checkin_list", Map.of("scope", scope, "name", "Main")).orElseThrow());
        row.put(
                "ticket_id",
                rows.holder("ticket", Map.of("scope", scope, "code", code)).orElseThrow());
        row.put("code", code);
        row.put("kind", "ENTRY");
        row.put("verdict", "ADMITTED");
        row.put("at", AT);
        return row;
    }
}
