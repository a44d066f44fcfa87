package org.eventops.persistence.hibernate;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Columns of native queries, for which Hibernate has to guess the type. */
public final class NativeColumns {
    private NativeColumns() {}

    public static UUID uuid(Object column) {
        if (column instanceof UUID uuid) {
            return uuid;
        }
        ByteBuffer bytes = ByteBuffer.wrap((byte[]) column);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    public static @Nullable UUID uuidOrNull(@Nullable Object column) {
        return column == null ? null : uuid(column);
    }

    public static Instant instant(Object column) {
        return column instanceof Instant at ? at : ((OffsetDateTime) column).toInstant();
    }

    public static int number(Object column) {
        return ((Number) column).intValue();
    }
}
