package org.eventops.sync.carry;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import org.eventops.sync.server.SealedBox;
import org.eventops.sync.server.TenantKeys;

/**
 * What stands at the beginning of a parcel in the clear: a mark, a version, for whom it is, whose
 * organisation's it is, and, if it is sealed, the box with its key.
 */
public final class ParcelHeader {
    /** What a file of changes begins with. */
    public static final byte[] MARK = "EVENTOPS CHANGES".getBytes(StandardCharsets.US_ASCII);

    private static final byte VERSION = 1;
    private static final int LONGEST_BOX = 4096;

    private final UUID tenant;

    /** Empty for a parcel between consoles, which share a key. */
    private final byte[] box;

    private ParcelHeader(UUID tenant, byte[] box) {
        this.tenant = tenant;
        this.box = box;
    }

    /** A header with the key that goes with it. */
    public static final class Keyed {
        private final ParcelHeader header;
        private final byte[] key;

        private Keyed(ParcelHeader header, byte[] key) {
            this.header = header;
            this.key = key;
        }

        ParcelHeader header() {
            return header;
        }

        byte[] key() {
            return key;
        }
    }

    /** For any console of the organisation. */
    public static Keyed forConsoles(UUID tenant, TenantKeys keys) {
        return new Keyed(new ParcelHeader(tenant, new byte[0]), keys.carryKey());
    }

    /** For an administrator's console alone; not even the writer can open it again. */
    public static Keyed sealed(UUID tenant, TenantKeys keys, SecureRandom random) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        byte[] box = SealedBox.seal(key, keys.sealPublic(), random);
        return new Keyed(new ParcelHeader(tenant, box), key);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(MARK.length + 1 + 16 + 2 + box.length)
                .put(MARK)
                .put(VERSION)
                .putLong(tenant.getMostSignificantBits())
                .putLong(tenant.getLeastSignificantBits())
                .putShort((short) box.length)
                .put(box)
                .array();
    }

    static ParcelHeader read(InputStream from) throws IOException, ParcelProblem {
        DataInputStream in = new DataInputStream(from);
        if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
            throw new ParcelProblem(ParcelProblem.Kind.NOT_A_PARCEL);
        }
        try {
            if (in.readByte() != VERSION) {
                throw new ParcelProblem(ParcelProblem.Kind.NEWER);
            }
            UUID tenant = new UUID(in.readLong(), in.readLong());
            int length = in.readUnsignedShort();
            if (length > LONGEST_BOX) {
                throw new ParcelProblem(ParcelProblem.Kind.DAMAGED);
            }
            byte[] box = new byte[length];
            in.readFully(box);
            return new ParcelHeader(tenant, box);
        } catch (EOFException e) {
            throw new ParcelProblem(ParcelProblem.Kind.DAMAGED, e);
        }
    }

    /**
     * The key it is encrypted under.
     *
     * @throws ParcelProblem if these keys do not open it
     */
    byte[] key(UUID mine, TenantKeys keys) throws ParcelProblem {
        if (!tenant.equals(mine)) {
            throw new ParcelProblem(ParcelProblem.Kind.OTHER_ORGANISATION);
        }
        if (box.length == 0) {
            return keys.carryKey();
        }
        SealedBox.Pair pair = keys.sealPair();
        if (pair == null) {
            throw new ParcelProblem(ParcelProblem.Kind.SEALED);
        }
        return SealedBox.open(box, pair)
                .orElseThrow(() -> new ParcelProblem(ParcelProblem.Kind.DAMAGED));
    }
}
