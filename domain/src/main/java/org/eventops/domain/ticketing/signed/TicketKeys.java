package org.eventops.domain.ticketing.signed;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.eventops.domain.ticketing.SigningKey;

/** Ed25519 (RFC 8032) as the Java platform has it; keys are Base64 of their DER forms. */
public final class TicketKeys {
    private static final String ED25519 = "Ed25519";

    private TicketKeys() {}

    /**
     * @param publicKey X.509, Base64
     * @param privateKey PKCS #8, Base64
     */
    public record Pair(String publicKey, String privateKey) {}

    public static Pair generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
            return new Pair(
                    text(pair.getPublic().getEncoded()), text(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java since 15 has Ed25519", e);
        }
    }

    /** The tag by which codes name the key. */
    public static int tag(String publicKey) {
        return Tag.of(publicKey, 4);
    }

    /**
     * @throws IllegalArgumentException if the private key is none
     */
    public static SignedCode sign(TicketPayload payload, String privateKey) {
        try {
            PrivateKey key =
                    KeyFactory.getInstance(ED25519)
                            .generatePrivate(new PKCS8EncodedKeySpec(bytes(privateKey)));
            Signature signer = Signature.getInstance(ED25519);
            signer.initSign(key);
            signer.update(SignedCode.toSign(payload.bytes()));
            return SignedCode.of(payload, signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a private key for signing tickets", e);
        }
    }

    /** Whether the key's owner signed the code; never with a key that cannot be read. */
    public static boolean isGenuine(SignedCode code, SigningKey key) {
        return publicKey(key).map(each -> verifies(code, each)).orElse(false);
    }

    private static boolean verifies(SignedCode code, PublicKey key) {
        try {
            Signature verifier = Signature.getInstance(ED25519);
            verifier.initVerify(key);
            verifier.update(code.signed());
            return verifier.verify(code.signature());
        } catch (GeneralSecurityException e) {
            // A signature whose numbers are out of range is refused by being thrown.
            return false;
        }
    }

    private static Optional<PublicKey> publicKey(SigningKey key) {
        try {
            return Optional.of(
                    KeyFactory.getInstance(ED25519)
                            .generatePublic(new X509EncodedKeySpec(bytes(key.publicKey()))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // An imported file may hold anything; a key that is none signs nothing.
            return Optional.empty();
        }
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
