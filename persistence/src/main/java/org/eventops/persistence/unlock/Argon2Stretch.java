package org.eventops.persistence.unlock;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.eventops.domain.unlock.PasswordStretch;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.domain.unlock.Stretching;

/** Argon2id of Bouncy Castle. */
public final class Argon2Stretch implements PasswordStretch {
    @Override
    public SecretKey key(String password, Stretching how) {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(how.memory())
                        .withIterations(how.passes())
                        .withParallelism(how.lanes())
                        .withSalt(Base64.getDecoder().decode(how.salt()))
                        .build());
        byte[] key = new byte[StoreKey.BYTES];
        argon.generateBytes(password.getBytes(StandardCharsets.UTF_8), key);
        return new SecretKeySpec(key, "AES");
    }
}
