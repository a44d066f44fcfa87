package org.eventops.sync.hub;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.RowChange.Column;
import org.eventops.domain.change.replica.RowChange.Op;
import org.jspecify.annotations.Nullable;

/** Changes of rows as consoles send them. */
public final class Changes {
    static final OffsetDateTime TEN = OffsetDateTime.parse("2026-11-21T10:00:00Z");
    private static final AtomicLong KEYS = new AtomicLong();

    private Changes() {}

    /** A key higher than all before it, as version 7 gives them. */
    public static UUID key() {
        return new UUID(0x0199_d2a4_0000_7000L, 0x8000_0000_0000_0000L | KEYS.incrementAndGet());
    }

    /**
     * @param values name, value, name, value …
     */
    public static RowChange insert(String table, UUID scope, UUID key, Object... values) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("id", null, key));
        columns.add(new Column("scope", null, scope));
        for (int i = 0; i < values.length; i += 2) {
            columns.add(new Column((String) values[i], null, values[i + 1]));
        }
        return new RowChange(table, scope, Op.INSERT, key, columns);
    }

    public static RowChange update(
            String table,
            UUID scope,
            UUID key,
            String column,
            @Nullable Object before,
            @Nullable Object after) {
        return new RowChange(
                table, scope, Op.UPDATE, key, List.of(new Column(column, before, after)));
    }

    /** The deletion of a row as this insert made it. */
    public static RowChange delete(RowChange insert) {
        return new RowChange(
                insert.table(),
                insert.scope(),
                Op.DELETE,
                insert.key(),
                insert.columns().stream()
                        .map(each -> new Column(each.name(), each.after(), null))
                        .toList());
    }

    public static RowChange event(UUID key, String slug) {
        return insert(
                "event",
                key,
                key,
                "slug",
                slug,
                "name",
                "Feria " + slug,
                "type",
                "FAIR",
                "status",
                "IN_PROGRESS",
                "zone",
                "America/Mexico_City",
                "currency",
                "MXN",
                "starts",
                TEN,
                "ends",
                TEN.plusHours(8),
                "visibility",
                "PUBLIC");
    }

    public static RowChange list(
            UUID event, UUID key, String name, boolean multiple, boolean reentry) {
        return insert(
                "checkin_list",
                event,
                key,
                "name",
                name,
                "all_products",
                true,
                "products",
                "[]",
                "include_pending",
                false,
                "multiple_entry",
                multiple,
                "reentry_after_exit",
                reentry,
                "addon_matching",
                false,
                "gates",
                "[]");
    }

    public static RowChange order(UUID event, UUID key, String code) {
        return insert(
                "ticket_order",
                event,
                key,
                "code",
                code,
                "code_folded",
                code,
                "status",
                "PAID",
                "approval",
                "NONE",
                "valid_while_pending",
                false);
    }

    public static RowChange ticket(UUID event, UUID order, UUID key, String code, String name) {
        return insert(
                "ticket",
                event,
                key,
                "order_id",
                order,
                "code",
                code,
                "code_folded",
                code,
                "product",
                "general",
                "name",
                name,
                "status",
                "VALID",
                "blocked",
                false,
                "attention",
                false,
                "answers",
                "{}",
                "price",
                25_000L,
                "currency",
                "MXN");
    }

    public static RowChange scan(UUID event, UUID list, UUID ticket, UUID key) {
        return scan(event, list, ticket, key, "ENTRY", "ADMITTED");
    }

    static RowChange scan(
            UUID event, UUID list, UUID ticket, UUID key, String kind, String verdict) {
        return insert(
                "scan",
                event,
                key,
                "list_id",
                list,
                "ticket_id",
                ticket,
                "code",
                "C",
                "kind",
                kind,
                "verdict",
                verdict,
                "at",
                TEN,
                "gate",
                "norte",
                "device",
                "puerta",
                "operator",
                "Ana");
    }

    /** Of a code nobody knows: it counts for nobody. */
    static RowChange stray(UUID event, UUID list, UUID key) {
        return insert(
                "scan",
                event,
                key,
                "list_id",
                list,
                "code",
                "C",
                "kind",
                "ENTRY",
                "verdict",
                "UNKNOWN_TICKET",
                "at",
                TEN);
    }

    static RowChange undo(UUID event, UUID key, UUID scan) {
        return insert("scan_undo", event, key, "scan_id", scan, "at", TEN);
    }

    public static RowChange product(
            UUID event, UUID key, String nameKey, String name, int quantity) {
        return insert(
                "product",
                event,
                key,
                "name_key",
                nameKey,
                "name",
                name,
                "price",
                100L,
                "currency",
                "MXN",
                "quantity",
                quantity,
                "addon_of",
                "[]");
    }

    public static RowChange gate(UUID event, UUID key, String nameKey, String name) {
        return insert("gate", event, key, "name_key", nameKey, "name", name);
    }
}
