package org.eventops.sync.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.UUID;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.domain.change.replica.SyncedTables.Column;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ByteConverter;

/**
 * The rows of one table as a binary COPY brought them, with what else a newer program sent. Each is
 * read anew whenever it is asked for: what waits to be written is one array a row, not forty
 * objects that every collection of garbage copies.
 */
final class BinaryRows extends AbstractList<Map<String, @Nullable Object>> implements RandomAccess {
    private static final int HEADER = 11;
    private static final long SECONDS_TO_2000 = 946_684_800L;
    private static final long MICROS = 1_000_000L;

    private final SyncedTables.Table table;
    private final List<byte[]> pieces;
    private final int begin;

    private BinaryRows(SyncedTables.Table table, List<byte[]> pieces, int begin) {
        this.table = table;
        this.pieces = pieces;
        this.begin = begin;
    }

    /**
     * @param pieces as the server sends them: one for each row, the first begins with the header
     * @throws IOException if they are no rows of this table
     */
    static List<Map<String, @Nullable Object>> of(SyncedTables.Table table, List<byte[]> pieces)
            throws IOException {
        if (pieces.isEmpty()) {
            return List.of();
        }
        ByteBuffer first = ByteBuffer.wrap(pieces.getFirst());
        int begin = HEADER + 4 + 4 + first.getInt(HEADER + 4);
        BinaryRows rows = new BinaryRows(table, pieces, begin);
        for (int i = 0; i < pieces.size(); i++) {
            int fields = rows.piece(i).getShort();
            if (fields != table.columns().size() + 1) {
                throw new IOException(fields + " columns of " + table.name());
            }
        }
        return rows;
    }

    @Override
    public int size() {
        return pieces.size();
    }

    @Override
    public Map<String, @Nullable Object> get(int index) {
        try {
            return row(piece(index));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ByteBuffer piece(int index) {
        return ByteBuffer.wrap(pieces.get(index)).position(index == 0 ? begin : 0);
    }

    private Map<String, @Nullable Object> row(ByteBuffer in) throws IOException {
        int fields = in.getShort();
        Map<String, @Nullable Object> row = HashMap.newHashMap(fields);
        for (Column column : table.columns()) {
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
