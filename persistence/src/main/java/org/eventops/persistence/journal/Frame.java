package org.eventops.persistence.journal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;
import org.eventops.persistence.atrest.FrameSeal;

/**
 * What stands in a journal file: mark, payload length, CRC-32C of length and payload, payload,
 * which is sealed. All numbers are big-endian.
 */
sealed interface Frame {
    int MARK = 0xE5A1_0B17;
    int HEAD = 12;
    int PART_LIMIT = 1 << 20;

    /** Number of the mutation the frame is about. */
    long number();

    /**
     * A part of a prepared mutation; the one with {@code last} completes it. Written as kind {@code
     * P} if it was made here and {@code R} if it came from the hub.
     */
    record Prepared(Mutation mutation, int part, boolean last) implements Frame {
        @Override
        public long number() {
            return mutation.number();
        }
    }

    /** The store has committed it. */
    record Commit(long number) implements Frame {}

    /** The store has refused it; nobody was told that it succeeded. */
    record Abort(long number) implements Frame {}

    /**
     * What stood here could not be read when the journal was laid anew: known, and still a hole.
     */
    record Lost() implements Frame {
        @Override
        public long number() {
            return 0;
        }
    }

    /** As it stands in the file of this first number, at this offset. */
    static byte[] bytes(Frame frame, FrameSeal seal, long segment, long offset) {
        return bytes(payload(frame), seal, segment, offset);
    }

    /** The same, of a payload that another frame had. */
    static byte[] bytes(byte[] open, FrameSeal seal, long segment, long offset) {
        byte[] payload = seal.seal(open, segment, offset);
        ByteBuffer buffer = ByteBuffer.allocate(HEAD + payload.length);
        buffer.putInt(MARK).putInt(payload.length).putInt(crc(payload)).put(payload);
        return buffer.array();
    }

    static int crc(byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(4).putInt(0, payload.length));
        crc.update(payload);
        return (int) crc.getValue();
    }

    static byte[] payload(Frame frame) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            switch (frame) {
                case Commit commit -> {
                    out.writeByte('C');
                    out.writeLong(commit.number());
                }
                case Abort abort -> {
                    out.writeByte('A');
                    out.writeLong(abort.number());
                }
                case Lost unused -> out.writeByte('L');
                case Prepared prepared -> write(out, prepared);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Prepared prepared) throws IOException {
        Mutation mutation = prepared.mutation();
        out.writeByte(mutation.origin() == Mutation.Origin.HERE ? 'P' : 'R');
        out.writeLong(mutation.number());
        out.writeLong(mutation.id().getMostSignificantBits());
        out.writeLong(mutation.id().getLeastSignificantBits());
        out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, mutation.at()));
        out.writeInt(prepared.part());
        out.writeBoolean(prepared.last());
        out.writeInt(mutation.changes().size());
        for (byte[] change : mutation.changes()) {
            out.writeInt(change.length);
            out.write(change);
        }
    }

    /**
     * @throws IOException if the payload is none of these, though its CRC is right
     */
    static Frame parse(byte[] payload) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
        byte kind = in.readByte();
        return switch (kind) {
            case 'C' -> new Commit(in.readLong());
            case 'A' -> new Abort(in.readLong());
            case 'L' -> new Lost();
            case 'P' -> prepared(in, Mutation.Origin.HERE);
            case 'R' -> prepared(in, Mutation.Origin.HUB);
            default -> throw new IOException("journal frame of kind " + kind);
        };
    }

    private static Prepared prepared(DataInputStream in, Mutation.Origin origin)
            throws IOException {
        long number = in.readLong();
        UUID id = new UUID(in.readLong(), in.readLong());
        Instant at = Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS);
        int part = in.readInt();
        boolean last = in.readBoolean();
        int count = in.readInt();
        List<byte[]> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            changes.add(in.readNBytes(in.readInt()));
        }
        return new Prepared(new Mutation(number, id, at, origin, changes), part, last);
    }
}
