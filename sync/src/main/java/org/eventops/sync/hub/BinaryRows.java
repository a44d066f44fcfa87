package org.eventops.sync.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.domain.change.replica.SyncedTables.Column;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ByteConverter;

/** Reads the pieces of a binary COPY: rows of one table, with what else a newer program sent. */
final class BinaryRows {
    private static final int HEADER = 11;
    private static final long SECONDS_TO_2000 = 946_684_800L;
    private static final long MICROS = 1_000_000L;

    private final SyncedTables.Table table;
    private boolean begun;

    BinaryRows(SyncedTables.Table table) {
        this.table = table;
    }

    /**
     * The row of a piece as the server sends it; the first one begins with the header.
     *
     * @return null for the piece that ends the copy
     * @throws IOException if it is no row of this table
     */
    @Nullable Map<String, @Nullable Object> row(byte[] piece) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(piece);
        if (!begun) {
            in.position(HEADER + 4);
            in.position(in.getInt() + in.position());
            begun = true;
        }
        int fields = in.getShort();
        if (fields < 0) {
            return null;
        }
        List<Column> columns = table.columns();
        if (fields != columns.size() + 1) {
            throw new IOException(fields + " columns of " + table.name());
        }
        Map<String, @Nullable Object> row = HashMap.newHashMap(fields);
        for (Column column : columns) {
            int length = in.getInt();
            if (length >= 0) {
                row.put(column.name(), value(column.type(), in, length));
            }
        }
        int extra = in.getInt();
        if (extra >= 0) {
            row.putAll(EntryColumns.of(table.name(), text(in, extra)));
        }
        return row;
    }

    private static Object value(SyncedTables.Type type, ByteBuffer in, int length) {
        return switch (type) {
            case TEXT -> text(in, length);
            case UUID -> new UUID(in.getLong(), in.getLong());
            case INT -> in.getInt();
            case LONG -> in.getLong();
            case BOOL -> in.get() != 0;
            case TIME -> time(in.getLong());
            case DECIMAL -> ByteConverter.numeric(bytes(in, length));
        };
    }

    private static OffsetDateTime time(long micros) {
        return Instant.ofEpochSecond(
                        SECONDS_TO_2000 + Math.floorDiv(micros, MICROS),
                        Math.floorMod(micros, MICROS) * 1000)
                .atOffset(ZoneOffset.UTC);
    }

    private static String text(ByteBuffer in, int length) {
        return new String(bytes(in, length), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
