package org.eventops.sync.server;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the consoles of an organisation share, each 32 bytes in base64url.
 *
 * @param carry AES-256, for bundles that travel by USB stick
 * @param sealPublic X25519, see {@link SealedBox}
 * @param sealPrivate opens what was sealed; null on consoles that are no administrator's
 */
public record TenantKeys(String carry, String sealPublic, @Nullable String sealPrivate) {
    /** Those of a new organisation. */
    public static TenantKeys made(SecureRandom random) {
        SealedBox.Pair seal = SealedBox.pair(random);
        return new TenantKeys(Secret.made(random), seal.publicKey(), seal.privateKey());
    }

    /** What consoles get that are no administrator's. */
    public TenantKeys withoutSealPrivate() {
        return new TenantKeys(carry, sealPublic, null);
    }

    /** The bytes of {@link #carry}. */
    public byte[] carryKey() {
        return Secret.bytes(carry);
    }

    /** What opens sealed boxes; null on consoles that are no administrator's. */
    public SealedBox.@Nullable Pair sealPair() {
        return sealPrivate == null ? null : new SealedBox.Pair(sealPublic, sealPrivate);
    }

    /** Never shows a key, so that none gets into a log by accident. */
    @Override
    public String toString() {
        return "TenantKeys[" + sealPublic + "]";
    }
}
