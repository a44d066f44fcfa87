package org.eventops.persistence.replica;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eventops.domain.change.replica.Replica.Membership;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.persistence.capture.Machinery;
import org.eventops.persistence.capture.OutboxEntry;
import org.eventops.persistence.capture.Replay;
import org.eventops.persistence.capture.RowCodec;
import org.eventops.persistence.capture.Stamps;
import org.eventops.persistence.journal.Mutation;
import org.jspecify.annotations.Nullable;

/**
 * A store that was its own becomes one of a hub's consoles: its rows become the hub's tenant's, and
 * what it holds waits to be sent, instead of how it came about. All of it stands in one frame of
 * the journal, so that a crash leaves all of it or nothing.
 *
 * <p>Each event is a mutation of its own, the organisation's rows another: one that the hub must
 * refuse does not keep the others back, and each has its answer as soon as it is there.
 */
final class Adoption {
    private final StoreFailure failure;
    private final Statements statements;
    private final Stamps stamps;
    private final Membership member;
    private final Map<UUID, Long> sizes = new HashMap<>();

    Adoption(StoreFailure failure, Statements statements, Stamps stamps, Membership member) {
        this.failure = failure;
        this.statements = statements;
        this.stamps = stamps;
        this.member = member;
    }

    /** The rows become the tenant's. */
    void rename(UUID before) {
        failure.watch(
                () -> {
                    for (SyncedTables.Table table : SyncedTables.inOrder()) {
                        statements.update(
                                ("UPDATE %s SET tenant = ?,"
                                                + " scope = CASE scope WHEN ? THEN ? ELSE scope END")
                                        .formatted(table.name()),
                                List.of(member.tenant(), before, member.tenant()));
                    }
                    return true;
                });
    }

    /**
     * All rows for the journal, read while it is written; then what waits, which is entered here as
     * well.
     */
    Iterator<byte[]> contents(Mutation frame) {
        Stream<byte[]> before =
                Stream.of(frame).map(unused -> done(Machinery.entriesGoneBelow(frame.number())));
        Stream<byte[]> rows =
                SyncedTables.inOrder().stream()
                        .filter(table -> table.kind() != SyncedTables.Kind.HUB)
                        .flatMap(table -> rows(TableSql.of(table.name())));
        Stream<byte[]> waiting =
                Stream.of(frame)
                        .flatMap(number -> inOrder().stream().map(scope -> entry(number, scope)))
                        .map(entry -> done(Machinery.newEntry(entry)));
        return Stream.of(before, rows, waiting).flatMap(each -> each).iterator();
    }

    private Stream<byte[]> rows(TableSql table) {
        Iterator<byte[]> reading =
                failure.watch(
                        () ->
                                statements.stream(
                                        "SELECT %s FROM %s ORDER BY id"
                                                .formatted(table.list(), table.name()),
                                        failure,
                                        row -> encoded(table, table.row(row))));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(reading, 0), false);
    }

    private byte[] encoded(TableSql table, Map<String, @Nullable Object> row) {
        List<RowChange.Column> columns = new ArrayList<>(table.names().size());
        for (String name : table.names()) {
            Object value = row.get(name);
            if (value != null) {
                columns.add(new RowChange.Column(name, null, value));
            }
        }
        UUID scope = (UUID) Objects.requireNonNull(row.get("scope"));
        UUID key = (UUID) Objects.requireNonNull(row.get("id"));
        byte[] encoded =
                RowCodec.encode(
                        new RowChange(table.name(), scope, RowChange.Op.INSERT, key, columns));
        sizes.merge(scope, (long) encoded.length, Long::sum);
        return encoded;
    }

    /** The organisation first, then the events as they were made. */
    private List<UUID> inOrder() {
        List<UUID> order = new ArrayList<>(new TreeSet<>(sizes.keySet()));
        if (order.remove(member.tenant())) {
            order.addFirst(member.tenant());
        }
        return order;
    }

    private OutboxEntry entry(Mutation frame, UUID scope) {
        Mutation next = stamps.next(Mutation.Origin.HERE);
        long bytes = sizes.getOrDefault(scope, 0L);
        OutboxEntry.Content content = new OutboxEntry.Content(frame.number(), null, bytes, scope);
        return new OutboxEntry(next.number(), next.id(), next.at(), content, Set.of(scope));
    }

    private byte[] done(RowChange change) {
        return failure.watch(
                () -> {
                    new Replay(statements.connection()).apply(change);
                    return RowCodec.encode(change);
                });
    }

    /** Whose rows there were. */
    Set<UUID> scopes() {
        return sizes.keySet();
    }
}
