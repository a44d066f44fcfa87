package org.eventops.persistence.capture;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.SyncedTables;
import org.jspecify.annotations.Nullable;

/**
 * What this console keeps beside the rows (cursors, answers and aliases of the exchange with a hub;
 * the audit), as changes that stand in the journal among those of the rows, so that a rebuild
 * brings them back together.
 */
public final class Machinery {
    public static final String CURSOR = "sync_cursor";
    public static final String ALIAS = "sync_alias";
    public static final String MEMBER = "sync_member";
    public static final String OUTBOX = "outbox";
    public static final String AUDIT = "audit_line";

    /** Not a table: all rows of a scope. */
    static final String SCOPE_ROWS = "scope_rows";

    /** Not a table: entries of the outbox below a number. */
    static final String OUTBOX_BELOW = "outbox_below";

    /** Not a table: entries of the outbox answered before a time. */
    static final String OUTBOX_ANSWERED = "outbox_answered";

    /** Not a table: whose store this is. */
    static final String TENANT = "store_tenant";

    private static final UUID NOBODY = new UUID(0, 0);
    private static final Set<String> ALL =
            Set.of(
                    CURSOR,
                    ALIAS,
                    MEMBER,
                    OUTBOX,
                    AUDIT,
                    SCOPE_ROWS,
                    OUTBOX_BELOW,
                    OUTBOX_ANSWERED,
                    TENANT);

    private Machinery() {}

    /** Whether this is no change of a synced row. */
    public static boolean is(RowChange change) {
        return ALL.contains(change.table());
    }

    /** Inserts, or replaces what is named. */
    public static RowChange put(
            String table, UUID id, Map<String, ? extends @Nullable Object> row) {
        List<RowChange.Column> columns = new ArrayList<>();
        columns.add(new RowChange.Column("id", null, id));
        row.forEach((name, value) -> columns.add(new RowChange.Column(name, null, value)));
        return new RowChange(table, NOBODY, RowChange.Op.INSERT, id, columns);
    }

    /** Changes columns of what is named. */
    public static RowChange change(
            String table, UUID id, Map<String, ? extends @Nullable Object> row) {
        List<RowChange.Column> columns = new ArrayList<>();
        row.forEach((name, value) -> columns.add(new RowChange.Column(name, null, value)));
        return new RowChange(table, NOBODY, RowChange.Op.UPDATE, id, columns);
    }

    public static RowChange gone(String table, UUID id) {
        return new RowChange(table, NOBODY, RowChange.Op.DELETE, id, List.of());
    }

    /** What the hub said of a mutation, or where it has come back from it. */
    public static RowChange entry(long number, Map<String, ? extends @Nullable Object> row) {
        List<RowChange.Column> columns = new ArrayList<>();
        row.forEach((name, value) -> columns.add(new RowChange.Column(name, null, value)));
        return new RowChange(OUTBOX, NOBODY, RowChange.Op.UPDATE, new UUID(0, number), columns);
    }

    /** A mutation whose changes stand in the very frame that this change is in. */
    public static RowChange newEntry(OutboxEntry entry) {
        List<RowChange.Column> columns =
                List.of(
                        new RowChange.Column("number", null, entry.number()),
                        new RowChange.Column("id", null, entry.id()),
                        new RowChange.Column("at", null, entry.at().atOffset(ZoneOffset.UTC)),
                        new RowChange.Column("frame", null, entry.content().frame()),
                        new RowChange.Column("bytes", null, entry.content().bytes()),
                        new RowChange.Column("part", null, entry.content().part()),
                        new RowChange.Column("scopes", null, OutboxEntry.text(entry.scopes())));
        return new RowChange(
                OUTBOX, NOBODY, RowChange.Op.INSERT, new UUID(0, entry.number()), columns);
    }

    public static RowChange scopeGone(UUID scope) {
        return new RowChange(SCOPE_ROWS, scope, RowChange.Op.DELETE, scope, List.of());
    }

    public static RowChange entriesGoneBelow(long number) {
        return gone(OUTBOX_BELOW, new UUID(0, number));
    }

    public static RowChange entriesGoneAnsweredBefore(Instant time) {
        RowChange.Column at = new RowChange.Column("answered", time.atOffset(ZoneOffset.UTC), null);
        return new RowChange(OUTBOX_ANSWERED, NOBODY, RowChange.Op.DELETE, NOBODY, List.of(at));
    }

    public static RowChange tenant(UUID tenant) {
        return new RowChange(TENANT, tenant, RowChange.Op.UPDATE, tenant, List.of());
    }

    /** What SQL does it, with the parameters added to the list. */
    static List<String> sql(RowChange change, List<@Nullable Object> values) {
        return switch (change.table()) {
            case SCOPE_ROWS -> {
                values.add(change.key());
                yield SyncedTables.inOrder().reversed().stream()
                        .map(table -> "DELETE FROM " + table.name() + " WHERE scope = ?")
                        .toList();
            }
            case OUTBOX_BELOW -> {
                values.add(change.key().getLeastSignificantBits());
                yield List.of("DELETE FROM outbox WHERE number < ?");
            }
            case OUTBOX_ANSWERED -> {
                values.add(change.columns().getFirst().before());
                yield List.of("DELETE FROM outbox WHERE answered < ?");
            }
            case TENANT -> {
                values.add(change.key().toString());
                yield List.of(
                        "MERGE INTO setting (name, content) KEY (name)"
                                + " VALUES ('store.tenant', ?)");
            }
            default -> List.of(RowSql.of(change, values));
        };
    }
}
