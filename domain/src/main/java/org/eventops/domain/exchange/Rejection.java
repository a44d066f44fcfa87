package org.eventops.domain.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Something of a file that was refused, or is worth a warning.
 *
 * @param line of a table or a text file, from 1; absent where there is none
 * @param path of a JSON document, such as {@code $.orders[3].tickets[0].price}
 * @param value what stands there, cut to a readable length
 */
public record Rejection(
        @Nullable Integer line, @Nullable String path, String value, Message reason) {
    private static final int READABLE = 120;

    public Rejection {
        value =
                value.length() <= READABLE
                        ? value
                        : value.substring(0, value.offsetByCodePoints(0, READABLE / 2)) + "…";
    }

    public static Rejection atLine(int line, String value, Message reason) {
        return new Rejection(line, null, value, reason);
    }

    public static Rejection atPath(String path, String value, Message reason) {
        return new Rejection(null, path, value, reason);
    }
}
