package org.eventops.domain.unlock;

import javax.crypto.SecretKey;

/** Makes a key of a password, slowly and with much memory on purpose. */
@FunctionalInterface
public interface PasswordStretch {
    /**
     * @return an AES-256 key
     */
    SecretKey key(String password, Stretching how);
}
