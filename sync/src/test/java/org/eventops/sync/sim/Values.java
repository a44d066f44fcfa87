package org.eventops.sync.sim;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eventops.domain.change.replica.SyncedTables;
import org.jspecify.annotations.Nullable;

/** Whether a value is one of the column's type. */
final class Values {
    private Values() {}

    static boolean fits(SyncedTables.@Nullable Type type, @Nullable Object value) {
        if (type == null) {
            return false;
        }
        return value == null
                || switch (type) {
                    case TEXT -> value instanceof String;
                    case UUID -> value instanceof UUID;
                    case INT -> value instanceof Integer;
                    case LONG -> value instanceof Long;
                    case BOOL -> value instanceof Boolean;
                    case TIME -> value instanceof OffsetDateTime;
                    case DECIMAL -> value instanceof BigDecimal;
                };
    }
}
