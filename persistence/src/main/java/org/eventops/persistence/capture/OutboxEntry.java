package org.eventops.persistence.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eventops.persistence.journal.Mutation;
import org.eventops.persistence.journal.Place;
import org.jspecify.annotations.Nullable;

/**
 * A mutation of this console as the outbox remembers it.
 *
 * @param scopes that its changes belong to
 */
public record OutboxEntry(long number, UUID id, Instant at, Content content, Set<UUID> scopes) {
    private static final String ENTER =
            "MERGE INTO outbox (number, id, at, frame, segment, place, bytes, part, scopes)"
                    + " KEY (number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /**
     * Where its changes are.
     *
     * @param frame number under which the journal has them
     * @param place where that begins; null if they were journalled before places were known
     * @param bytes how much the changes are
     * @param part of them only those of this scope; null for all
     */
    public record Content(long frame, @Nullable Place place, long bytes, @Nullable UUID part) {}

    public OutboxEntry {
        scopes = Set.copyOf(scopes);
    }

    static OutboxEntry of(Mutation mutation, Place place, long bytes, Set<UUID> scopes) {
        Content content = new Content(mutation.number(), place, bytes, null);
        return new OutboxEntry(mutation.number(), mutation.id(), mutation.at(), content, scopes);
    }

    /** Adds the row that says: this store holds the mutation. */
    void enter(Connection connection) throws SQLException {
        Place place = content.place();
        try (PreparedStatement insert = connection.prepareStatement(ENTER)) {
            insert.setLong(1, number);
            insert.setObject(2, id);
            insert.setObject(3, at.atOffset(ZoneOffset.UTC));
            insert.setLong(4, content.frame());
            insert.setObject(5, place == null ? null : place.segment());
            insert.setObject(6, place == null ? null : place.offset());
            insert.setLong(7, content.bytes());
            insert.setObject(8, content.part());
            insert.setString(9, text(scopes));
            insert.executeUpdate();
        }
    }

    /** Ids in one column of text. */
    public static String text(Set<UUID> ids) {
        return new TreeSet<>(ids).stream().map(UUID::toString).collect(Collectors.joining(" "));
    }

    /** What {@link #text} made; none for null. */
    public static Set<UUID> ids(@Nullable String text) {
        return text == null || text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(" "))
                        .map(UUID::fromString)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
