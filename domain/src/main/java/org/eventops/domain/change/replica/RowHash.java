package org.eventops.domain.change.replica;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The hash of one row as docs/sync.md lays down; the hub computes the same in SQL. */
public final class RowHash {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");
    private static final int DIGITS = 15;

    private RowHash() {}

    /** The first 60 bits of the MD5 of the row's canonical text. */
    public static ContentHash of(SyncedTables.Table table, Map<String, @Nullable Object> row) {
        StringBuilder text = new StringBuilder(table.name());
        for (SyncedTables.Column column : table.columns()) {
            Object value = row.get(column.name());
            if (value != null) {
                String canonical = canonical(value);
                text.append('|').append(column.name()).append('=');
                text.append(canonical.codePointCount(0, canonical.length())).append(':');
                text.append(canonical);
            }
        }
        return new ContentHash(1, sixtyBits(text.toString()));
    }

    /** Text of a value: the same for every value that means the same. */
    public static String canonical(Object value) {
        return switch (value) {
            case OffsetDateTime at -> at.withOffsetSameInstant(ZoneOffset.UTC).format(TIME);
            case BigDecimal number ->
                    number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }

    private static long sixtyBits(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            long bits = 0;
            for (int i = 0; i < 8; i++) {
                bits = bits << 8 | (digest[i] & 0xff);
            }
            return bits >>> (64 - DIGITS * 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
