package org.eventops.domain.failure;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/** A short code that is the same for the same fault in every language, to be quoted by a person. */
public final class FaultCode {
    private static final int FRAMES = 3;

    private FaultCode() {}

    /**
     * Such as {@code 4F2A-91C0}: from the kind of failure and where it happened, never its text.
     */
    public static String of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        StringBuilder where = new StringBuilder(root.getClass().getName());
        StackTraceElement[] frames = root.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            where.append('|').append(frames[i].getClassName());
            where.append('.').append(frames[i].getMethodName());
        }
        CRC32 crc = new CRC32();
        crc.update(where.toString().getBytes(StandardCharsets.UTF_8));
        String hex = String.format(Locale.ROOT, "%08X", crc.getValue());
        return hex.substring(0, 4) + "-" + hex.substring(4);
    }
}
