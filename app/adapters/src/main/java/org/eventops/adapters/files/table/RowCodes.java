package org.eventops.adapters.files.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.eventops.domain.exchange.AttendeeField;

/**
 * Codes for rows that bring none: the same row gets the same code at the next import, wherever it
 * stands in the file.
 */
final class RowCodes {
    private static final int DIGITS = 12;

    private final Map<String, Integer> seen = new HashMap<>();

    /** Codes of the order and the ticket of one row. */
    record Codes(String order, String ticket) {}

    Codes of(MappedRow row) {
        String order = row.get(AttendeeField.ORDER_CODE);
        String ticket = row.get(AttendeeField.TICKET_CODE);
        if (order != null && ticket != null) {
            return new Codes(order, ticket);
        }
        if (ticket != null) {
            return new Codes(ticket, ticket);
        }
        String position = row.get(AttendeeField.POSITION);
        if (order != null && position != null) {
            return new Codes(order, order + "-" + position);
        }
        String made = digest((order == null ? "" : order) + "\n" + identity(row));
        int again = seen.merge(made, 1, Integer::sum);
        String code = again == 1 ? made : made + "-" + again;
        return order == null ? new Codes(code, code) : new Codes(order, order + "-" + code);
    }

    private static String identity(MappedRow row) {
        return String.join(
                "\n",
                String.valueOf(row.name()),
                String.valueOf(row.get(AttendeeField.EMAIL)),
                String.valueOf(row.get(AttendeeField.PHONE)),
                String.valueOf(row.get(AttendeeField.PRODUCT)));
    }

    private static String digest(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            String hex = HexFormat.of().formatHex(hash).substring(0, DIGITS);
            return hex.toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
