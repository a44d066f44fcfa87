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
 * The rows of one table as the lines of {@link ChunkLoad} brought them, with what else a newer
 * program sent. Each is read anew whenever it is asked for: what waits to be written is one array a
 * row, not forty objects that every collection of garbage copies.
 */
final class BinaryRows extends AbstractList<Map<String, @Nullable Object>> implements RandomAccess {
    /** Signature and flags of a binary copy; then comes the length of what else is in its head. */
    private static final int HEADER = 15;

    /** Two columns: the place with its length, and the length of the row. */
    private static final int LINE = 2 + 4 + 2 + 4;

    private static final long SECONDS_TO_2000 = 946_684_800L;
    private static final long MICROS = 1_000_000L;

    private final SyncedTables.Table table;
    private final List<byte[]> lines;

    private BinaryRows(SyncedTables.Table table, List<byte[]> lines) {
        this.table = table;
        this.lines = lines;
    }

    /**
     * @throws IOException if they are no rows of this table
     */
    static List<Map<String, @Nullable Object>> of(SyncedTables.Table table, List<byte[]> lines)
            throws IOException {
        for (byte[] line : lines) {
            int fields = row(line).getInt();
            if (fields != table.columns().size() + 1) {
                throw new IOException(fields + " columns of " + table.name());
            }
        }
        return new BinaryRows(table, lines);
    }

    /** The values of the first line of a copy, before its first value. */
    static ByteBuffer head(byte[] line) {
        ByteBuffer head = ByteBuffer.wrap(line);
        head.position(HEADER + 4 + head.getInt(HEADER) + LINE);
        head.getInt();
        return head;
    }

    /** The table's place in the line of a row. */
    static int place(byte[] line) {
        return ByteBuffer.wrap(line).getShort(2 + 4);
    }

    /** The next value of a row. */
    static long number(ByteBuffer in) {
        length(in);
        return in.getLong();
    }

    /** The next value of a row. */
    static @Nullable UUID id(ByteBuffer in) {
        return length(in) < 0 ? null : new UUID(in.getLong(), in.getLong());
    }

    @Override
    public int size() {
        return lines.size();
    }

    @Override
    public Map<String, @Nullable Object> get(int index) {
        try {
            return values(row(lines.get(index)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer row(byte[] line) {
        return ByteBuffer.wrap(line).position(LINE);
    }

    /** Of the next value, -1 for null; the type before it is the table's. */
    private static int length(ByteBuffer in) {
        in.getInt();
        return in.getInt();
    }

    private Map<String, @Nullable Object> values(ByteBuffer in) throws IOException {
        Map<String, @Nullable Object> row = HashMap.newHashMap(in.getInt());
        for (Column column : table.columns()) {
            int length = length(in);
            if (length >= 0) {
                row.put(column.name(), value(column.type(), in, length));
            }
        }
        int extra = length(in);
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
