package org.eventops.persistence.capture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eventops.domain.change.replica.RowChange;
import org.jspecify.annotations.Nullable;

/**
 * Row changes as bytes: the payload of a journal frame. The first byte is the format's version;
 * version 1 did not say the scope.
 */
public final class RowCodec {
    /** The scope of what was written before scopes were: such changes only serve recovery. */
    public static final UUID UNKNOWN = new UUID(0, 0);

    private static final byte VERSION = 2;
    private static final byte WITHOUT_SCOPE = 1;

    private RowCodec() {}

    public static byte[] encode(RowChange change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(change.table());
            write(out, change.scope());
            out.writeByte(change.op().name().charAt(0));
            write(out, change.key());
            out.writeShort(change.columns().size());
            for (RowChange.Column column : change.columns()) {
                out.writeUTF(column.name());
                write(out, column.before());
                write(out, column.after());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * @throws IllegalArgumentException if the bytes are of another format
     */
    public static RowChange decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte version = in.readByte();
            if (version != VERSION && version != WITHOUT_SCOPE) {
                throw new IllegalArgumentException("row change of another version");
            }
            String table = in.readUTF().intern();
            UUID scope = version == VERSION ? id(in) : UNKNOWN;
            RowChange.Op op = op(in.readByte());
            UUID key = id(in);
            int count = in.readShort();
            List<RowChange.Column> columns = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                columns.add(new RowChange.Column(in.readUTF().intern(), read(in), read(in)));
            }
            return new RowChange(table, scope, op, key, columns);
        } catch (IOException e) {
            throw new IllegalArgumentException("row change cut short", e);
        }
    }

    /** Whether it is of this table, without reading the rest. */
    public static boolean isOf(byte[] encoded, String table) {
        byte[] name = table.getBytes(StandardCharsets.US_ASCII);
        int length = name(encoded);
        return length == name.length && Arrays.equals(encoded, 3, 3 + length, name, 0, name.length);
    }

    /** What was done, without reading the rest. */
    public static RowChange.Op op(byte[] encoded) {
        int name = name(encoded);
        int scope = encoded[0] == VERSION ? 1 + 2 * Long.BYTES : 0;
        return op(encoded[3 + name + scope]);
    }

    /** How many bytes the table's name has. */
    private static int name(byte[] encoded) {
        return ((encoded[1] & 0xff) << 8) | (encoded[2] & 0xff);
    }

    private static UUID id(DataInputStream in) throws IOException {
        if (read(in) instanceof UUID id) {
            return id;
        }
        throw new IllegalArgumentException("row change without a key");
    }

    private static void write(DataOutputStream out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte('n');
            case String s -> {
                byte[] text = s.getBytes(StandardCharsets.UTF_8);
                out.writeByte('s');
                out.writeInt(text.length);
                out.write(text);
            }
            case Boolean b -> out.writeByte(b ? 't' : 'f');
            case Integer i -> {
                out.writeByte('i');
                out.writeInt(i);
            }
            case Long l -> {
                out.writeByte('l');
                out.writeLong(l);
            }
            case UUID u -> {
                out.writeByte('u');
                out.writeLong(u.getMostSignificantBits());
                out.writeLong(u.getLeastSignificantBits());
            }
            case OffsetDateTime at -> {
                out.writeByte('d');
                out.writeLong(at.toEpochSecond());
                out.writeInt(at.getNano());
            }
            case BigDecimal decimal -> {
                out.writeByte('m');
                out.writeUTF(decimal.toPlainString());
            }
            default -> throw new IllegalArgumentException("no code for " + value.getClass());
        }
    }

    private static RowChange.Op op(byte first) {
        for (RowChange.Op op : RowChange.Op.values()) {
            if (op.name().charAt(0) == first) {
                return op;
            }
        }
        throw new IllegalArgumentException("row change of kind " + first);
    }

    private static @Nullable Object read(DataInputStream in) throws IOException {
        byte tag = in.readByte();
        return switch (tag) {
            case 'n' -> null;
            case 's' -> new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            case 't' -> true;
            case 'f' -> false;
            case 'i' -> in.readInt();
            case 'l' -> in.readLong();
            case 'u' -> new UUID(in.readLong(), in.readLong());
            case 'd' -> Instant.ofEpochSecond(in.readLong(), in.readInt()).atOffset(ZoneOffset.UTC);
            case 'm' -> new BigDecimal(in.readUTF());
            default -> throw new IllegalArgumentException("unknown tag " + tag);
        };
    }
}
