package org.eventops.sync.server;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device as its organisation's administrators see it.
 *
 * @param events ids of those it is for; empty means all that its role may see
 * @param enrolled when it first connected, null if it has not yet
 * @param revoked when it was taken out, null if it was not
 * @param validUntil until when its bundle can be used, null once it was
 */
public record Device(
        UUID id,
        String name,
        String role,
        List<UUID> events,
        @Nullable Instant enrolled,
        @Nullable Instant revoked,
        @Nullable Instant validUntil) {
    static final Comparator<Device> IN_USE_FIRST =
            Comparator.comparing(each -> each.revoked() != null);

    public Device {
        events = List.copyOf(events);
    }

    /** How it stands in a word. */
    public enum State {
        /** Its bundle waits to be used. */
        INVITED,
        /** Its bundle was not used in time. */
        EXPIRED,
        ENROLLED,
        REVOKED
    }

    public State state(Instant now) {
        if (revoked != null) {
            return State.REVOKED;
        }
        if (enrolled != null) {
            return State.ENROLLED;
        }
        return validUntil != null && validUntil.isBefore(now) ? State.EXPIRED : State.INVITED;
    }

    boolean isCalled(String nameOrId) {
        return name.equals(nameOrId) || id.toString().equalsIgnoreCase(nameOrId);
    }

    static Device of(ResultSet row) throws SQLException {
        return new Device(
                row.getObject("device", UUID.class),
                row.getString("name"),
                row.getString("role"),
                events(row.getArray("scopes")),
                instant(row, "enrolled_at"),
                instant(row, "revoked_at"),
                instant(row, "valid_until"));
    }

    private static List<UUID> events(@Nullable Array scopes) throws SQLException {
        return scopes == null ? List.of() : List.of((UUID[]) scopes.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
