package org.eventops.launcher.log;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bug, written to the log once, with a short code that a person can quote. The code is made of
 * the fault's kind and place, so that the same fault has the same code on every console.
 */
public final class CrashReport {
    private static final Logger LOG = LoggerFactory.getLogger(CrashReport.class);
    private static final int FRAMES_IN_CODE = 3;

    private CrashReport() {}

    /** Logs the fault and gives its code. */
    public static String of(Throwable fault) {
        String code = code(fault);
        LOG.error("fault {}", code, fault);
        return code;
    }

    static String code(Throwable fault) {
        CRC32C crc = new CRC32C();
        crc.update(fault.getClass().getName().getBytes(StandardCharsets.UTF_8));
        StackTraceElement[] frames = fault.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES_IN_CODE, frames.length); i++) {
            String place = frames[i].getClassName() + "#" + frames[i].getMethodName();
            crc.update(place.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().withUpperCase().toHexDigits((int) crc.getValue());
    }
}
