package org.eventops.domain.unlock;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A keyring in memory, whose passwords cost nothing to guess, and a telephone whose code is made of
 * the secret and the time.
 */
public final class MemoryKeyring implements KeyringShelf, PasswordStretch, OneTimeCodes {
    private final StoreKey key = StoreKey.random(new SecureRandom());
    final Map<String, String> state = new HashMap<>();
    Keyring kept = Keyring.EMPTY;
    Optional<ComputerTrust> computer = Optional.empty();

    /** Over this shelf, as whoever has the store open. */
    public KeyChanges changes(StoreKey open) {
        return unlocking(Clock.systemUTC()).changes(open);
    }

    Unlocking unlocking(Clock clock) {
        return new Unlocking(this, this, this, clock);
    }

    /** The way in without a password. */
    public ComputerUnlocking byComputer(SystemKeyStore system) {
        return unlocking(Clock.systemUTC()).byComputer(system);
    }

    @Override
    public Optional<ComputerTrust> computer() {
        return computer;
    }

    @Override
    public void keepComputer(Optional<ComputerTrust> trust) {
        computer = trust;
    }

    @Override
    public Keyring read() {
        return kept;
    }

    @Override
    public void write(Keyring keyring) {
        kept = keyring;
    }

    @Override
    public StoreKey openKey() {
        return key;
    }

    @Override
    public String remember(String name, UnaryOperator<String> change) {
        String before = state.getOrDefault(name, "");
        state.put(name, change.apply(before));
        return before;
    }

    @Override
    public SecretKey key(String password, Stretching how) {
        return new SecretKeySpec(sum(password + how.salt()), "AES");
    }

    @Override
    public String at(byte[] secret, Instant at) {
        String shown = Base64.getEncoder().encodeToString(secret) + at.getEpochSecond() / STEP;
        return "%06d".formatted(Arrays.hashCode(sum(shown)) & 0xFFFF);
    }

    @Override
    public String address(String name, byte[] secret) {
        return name + " " + Base64.getEncoder().encodeToString(secret);
    }

    /** What the telephone shows that has read this address. */
    String shown(String address, Instant at) {
        return at(Base64.getDecoder().decode(address.substring(address.indexOf(' ') + 1)), at);
    }

    private static byte[] sum(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
