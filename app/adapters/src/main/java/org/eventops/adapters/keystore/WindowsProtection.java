package org.eventops.adapters.keystore;

import com.sun.jna.platform.win32.Crypt32Util;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinCrypt;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Windows' Data Protection (DPAPI) with the key of the account, not of the machine. It never asks
 * anybody.
 */
final class WindowsProtection implements Protection {
    private static final Logger LOG = LoggerFactory.getLogger(WindowsProtection.class);
    private static final int SILENTLY = WinCrypt.CRYPTPROTECT_UI_FORBIDDEN;

    @Override
    public Optional<byte[]> protect(byte[] bytes, String use) {
        return done(() -> Crypt32Util.cryptProtectData(bytes, named(use), SILENTLY, "", null));
    }

    @Override
    public Optional<byte[]> open(byte[] bytes, String use) {
        return done(() -> Crypt32Util.cryptUnprotectData(bytes, named(use), SILENTLY, null));
    }

    private static byte[] named(String use) {
        return use.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<byte[]> done(Supplier<byte[]> work) {
        try {
            return Optional.of(work.get());
        } catch (Win32Exception | LinkageError e) {
            LOG.info("Windows did not protect or open what it was given: {}", e.toString());
            return Optional.empty();
        }
    }
}
