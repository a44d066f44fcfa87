package org.eventops.sync.server;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.XECPrivateKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Shuts something away so that only who has the other key can take it out: X25519 with a key of its
 * own each time, HKDF-SHA-256, AES-256-GCM. For what a revoked console had not sent.
 *
 * <p>A box: version (1 byte), the one-time public key (32), what was shut away with its tag.
 */
public final class SealedBox {
    private static final byte VERSION = 1;
    private static final int KEY = 32;
    private static final int TAG_BITS = 128;
    private static final NamedParameterSpec CURVE = NamedParameterSpec.X25519;
    private static final byte[] INFO = "eventops sealed box 1".getBytes(StandardCharsets.US_ASCII);

    private SealedBox() {}

    /** Both keys as 32 bytes (RFC 7748) in base64url. */
    public record Pair(String publicKey, String privateKey) {
        @Override
        public String toString() {
            return "Pair[" + publicKey + "]";
        }
    }

    /** A new pair. */
    public static Pair pair(SecureRandom random) {
        try {
            KeyPair pair = generated(random);
            byte[] scalar = ((XECPrivateKey) pair.getPrivate()).getScalar().orElseThrow();
            return new Pair(Secret.text(coordinate(pair.getPublic())), Secret.text(scalar));
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
    }

    /**
     * @param publicKey of a {@link Pair}
     * @throws IllegalArgumentException if that is no key
     */
    public static byte[] seal(byte[] content, String publicKey, SecureRandom random) {
        byte[] theirs = keyBytes(publicKey);
        try {
            KeyPair once = generated(random);
            byte[] ours = coordinate(once.getPublic());
            Keys keys = agreed(once.getPrivate(), theirs, ours, theirs);
            byte[] shut = keys.cipher(Cipher.ENCRYPT_MODE).doFinal(content);
            return ByteBuffer.allocate(1 + KEY + shut.length)
                    .put(VERSION)
                    .put(ours)
                    .put(shut)
                    .array();
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
    }

    /**
     * @param pair that it was sealed for
     * @return empty if it was sealed for another key, was changed, or is no box
     */
    public static Optional<byte[]> open(byte[] box, Pair pair) {
        if (box.length < 1 + KEY + TAG_BITS / 8 || box[0] != VERSION) {
            return Optional.empty();
        }
        byte[] once = Arrays.copyOfRange(box, 1, 1 + KEY);
        try {
            PrivateKey own =
                    KeyFactory.getInstance("X25519")
                            .generatePrivate(
                                    new XECPrivateKeySpec(CURVE, keyBytes(pair.privateKey())));
            Keys keys = agreed(own, once, once, keyBytes(pair.publicKey()));
            return Optional.of(
                    keys.cipher(Cipher.DECRYPT_MODE).doFinal(box, 1 + KEY, box.length - 1 - KEY));
        } catch (AEADBadTagException | InvalidKeyException e) {
            // A point of small order is no key anybody made: the box was changed.
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
    }

    private record Keys(SecretKey key, GCMParameterSpec nonce) {
        Cipher cipher(int mode) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, nonce);
            return cipher;
        }
    }

    private static Keys agreed(PrivateKey own, byte[] other, byte[] once, byte[] recipient)
            throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(own);
        agreement.doPhase(publicKey(other), true);
        byte[] salt = ByteBuffer.allocate(2 * KEY).put(once).put(recipient).array();
        AlgorithmParameterSpec how =
                HKDFParameterSpec.ofExtract()
                        .addIKM(agreement.generateSecret())
                        .addSalt(salt)
                        .thenExpand(INFO, KEY + 12);
        ByteBuffer derived = ByteBuffer.wrap(KDF.getInstance("HKDF-SHA256").deriveData(how));
        byte[] key = new byte[KEY];
        byte[] nonce = new byte[12];
        derived.get(key).get(nonce);
        return new Keys(new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    }

    private static KeyPair generated(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("X25519");
        generator.initialize(CURVE, random);
        return generator.generateKeyPair();
    }

    private static PublicKey publicKey(byte[] littleEndian) throws GeneralSecurityException {
        byte[] big = reversed(littleEndian);
        big[0] &= 0x7f;
        return KeyFactory.getInstance("X25519")
                .generatePublic(new XECPublicKeySpec(CURVE, new BigInteger(1, big)));
    }

    private static byte[] coordinate(PublicKey key) {
        byte[] big = ((XECPublicKey) key).getU().toByteArray();
        byte[] out = new byte[KEY];
        for (int i = 0; i < Math.min(KEY, big.length); i++) {
            out[i] = big[big.length - 1 - i];
        }
        return out;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] out = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            out[i] = bytes[bytes.length - 1 - i];
        }
        return out;
    }

    private static byte[] keyBytes(String text) {
        byte[] bytes = Secret.bytes(text);
        if (bytes.length != KEY) {
            throw new IllegalArgumentException("a key is 32 bytes");
        }
        return bytes;
    }

    private static IllegalStateException lacking(GeneralSecurityException cause) {
        return new IllegalStateException("this Java lacks what a sealed box needs", cause);
    }
}
