package org.eventops.sync.sim;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the conflict inbox. */
final class Conflicts {
    private static final UUID TENANT_COLUMN = new UUID(0, 1);

    private Conflicts() {}

    static Map<String, @Nullable Object> of(
            HubTransaction tx,
            Key key,
            String kind,
            @Nullable String field,
            @Nullable Object loser,
            @Nullable Object winner) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", tx.ids.get());
        row.put("tenant", TENANT_COLUMN);
        row.put("kind", kind);
        row.put("table_name", key.table());
        row.put("row_id", key.id());
        row.put("field", field);
        row.put("loser", loser == null ? null : loser.toString());
        row.put("winner", winner == null ? null : winner.toString());
        row.put("raised", time(tx.now));
        return row;
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
