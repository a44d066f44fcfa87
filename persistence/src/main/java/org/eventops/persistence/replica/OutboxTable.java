package org.eventops.persistence.replica;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eventops.persistence.capture.OutboxEntry;
import org.eventops.persistence.journal.Place;
import org.jspecify.annotations.Nullable;

/** The outbox as the database has it. */
final class OutboxTable {
    private static final String COLUMNS =
            "SELECT number, id, at, frame, segment, place, bytes, part, scopes, answered, up_to,"
                    + " landed FROM outbox ";

    private OutboxTable() {}

    static List<OutboxIndex.Lain> select(Statements statements, String where, List<Object> values)
            throws SQLException {
        return statements.query(COLUMNS + where, values, OutboxTable::lain);
    }

    static Optional<OutboxIndex.Lain> find(Statements statements, long number) throws SQLException {
        return select(statements, "WHERE number = ?", List.of(number)).stream().findFirst();
    }

    /** Those that have an answer, in order. */
    static List<OutboxIndex.Lain> answered(Statements statements) throws SQLException {
        return select(statements, "WHERE answered IS NOT NULL ORDER BY number", List.of());
    }

    private static OutboxIndex.Lain lain(ResultSet row) throws SQLException {
        long number = row.getLong(1);
        Long segment = row.getObject(5, Long.class);
        Place place = segment == null ? null : new Place(segment, row.getLong(6));
        Long frame = row.getObject(4, Long.class);
        OutboxEntry.Content content =
                new OutboxEntry.Content(
                        frame == null ? number : frame,
                        place,
                        row.getLong(7),
                        row.getObject(8, UUID.class));
        OutboxEntry entry =
                new OutboxEntry(
                        number,
                        row.getObject(2, UUID.class),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        content,
                        OutboxEntry.ids(row.getString(9)));
        return new OutboxIndex.Lain(
                entry,
                row.getObject(10) != null,
                upTo(row.getString(11)),
                OutboxEntry.ids(row.getString(12)));
    }

    /** Scopes with their sequence numbers in one column of text. */
    static String text(Map<UUID, Long> upTo) {
        return new TreeMap<>(upTo)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static Map<UUID, Long> upTo(@Nullable String text) {
        Map<UUID, Long> upTo = new HashMap<>();
        for (String each : List.of((text == null ? "" : text).split(" "))) {
            int at = each.indexOf('=');
            if (at > 0) {
                upTo.put(
                        UUID.fromString(each.substring(0, at)),
                        Long.parseLong(each.substring(at + 1)));
            }
        }
        return upTo;
    }
}
