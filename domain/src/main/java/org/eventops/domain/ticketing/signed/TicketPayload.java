package org.eventops.domain.ticketing.signed;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.ticketing.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * What a signed code says. No personal data, so that a change of name keeps the code.
 *
 * <p>As bytes, big-endian: flags (1: date, 2: from, 4: until), tag of the key (4), ticket (16), tag
 * of the product (3), issue (2), and where flagged tag of the date (3), from and until (4 each,
 * seconds since 2020-01-01 UTC, unsigned).
 *
 * @param key tag of the public key it is to be checked with
 * @param product tag of the product's key
 * @param issue 1 for the first; a re-issue has the next, and the older is good no longer
 * @param date tag of the series date's key; 0 for none
 * @param validFrom to the second
 * @param validUntil to the second
 */
public record TicketPayload(
        int key,
        TicketId ticket,
        int product,
        int issue,
        int date,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil) {
    public static final int LAST_ISSUE = 0xffff;
    private static final long EPOCH = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();
    private static final int LONGEST = 64;
    private static final int SHORTEST = 26;
    private static final int DATE = 1;
    private static final int FROM = 2;
    private static final int UNTIL = 4;

    /** The tag by which a payload names a product or a date. */
    public static int tag(String key) {
        return Tag.of(key, 3);
    }

    byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(LONGEST);
        int flags =
                (date == 0 ? 0 : DATE)
                        | (validFrom == null ? 0 : FROM)
                        | (validUntil == null ? 0 : UNTIL);
        out.put((byte) flags).putInt(key);
        UUID id = ticket.value();
        out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        put(out, product);
        out.putShort((short) issue);
        if (date != 0) {
            put(out, date);
        }
        if (validFrom != null) {
            out.putInt((int) (validFrom.getEpochSecond() - EPOCH));
        }
        if (validUntil != null) {
            out.putInt((int) (validUntil.getEpochSecond() - EPOCH));
        }
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    /** Empty for bytes that no payload has. */
    static Optional<TicketPayload> read(byte[] bytes) {
        if (bytes.length < SHORTEST || bytes[0] < 0 || bytes[0] > (DATE | FROM | UNTIL)) {
            return Optional.empty();
        }
        int flags = bytes[0];
        int length =
                SHORTEST
                        + ((flags & DATE) == 0 ? 0 : 3)
                        + ((flags & FROM) == 0 ? 0 : 4)
                        + ((flags & UNTIL) == 0 ? 0 : 4);
        if (bytes.length != length) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        in.get();
        int key = in.getInt();
        TicketId ticket = new TicketId(new UUID(in.getLong(), in.getLong()));
        int product = tag(in);
        int issue = Short.toUnsignedInt(in.getShort());
        int date = (flags & DATE) == 0 ? 0 : tag(in);
        Instant from = (flags & FROM) == 0 ? null : instant(in);
        Instant until = (flags & UNTIL) == 0 ? null : instant(in);
        return Optional.of(new TicketPayload(key, ticket, product, issue, date, from, until));
    }

    private static void put(ByteBuffer out, int tag) {
        out.put((byte) (tag >> 16)).putShort((short) tag);
    }

    private static int tag(ByteBuffer in) {
        return (in.get() & 0xff) << 16 | Short.toUnsignedInt(in.getShort());
    }

    private static Instant instant(ByteBuffer in) {
        return Instant.ofEpochSecond(EPOCH + Integer.toUnsignedLong(in.getInt()));
    }
}
