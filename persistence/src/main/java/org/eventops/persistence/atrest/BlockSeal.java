package org.eventops.persistence.atrest;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Pages of a file under a key: AES-256-GCM, each with a random nonce in front of it and its tag
 * behind, bound to its number in the file.
 */
final class BlockSeal {
    /** What H2 reads and writes at once, bytes. */
    static final int BLOCK = 4096;

    private static final int NONCE = 12;
    private static final int TAG = 16;

    /** What one takes in the file, bytes. */
    static final int SEALED = NONCE + BLOCK + TAG;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    /** Making one costs as much as a block. One for each store that is open. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(BlockSeal::made);

    BlockSeal(SecretKey key) {
        this.key = key;
    }

    /**
     * @param plain whole blocks
     * @param first number of the first of them
     */
    ByteBuffer seal(ByteBuffer plain, long first) {
        int blocks = plain.remaining() / BLOCK;
        ByteBuffer file = ByteBuffer.allocate(blocks * SEALED);
        byte[] nonces = new byte[blocks * NONCE];
        random.nextBytes(nonces);
        try {
            Cipher cipher = ciphers.get();
            ByteBuffer each = plain.duplicate();
            for (int i = 0; i < blocks; i++) {
                init(cipher, Cipher.ENCRYPT_MODE, nonces, i * NONCE, first + i);
                file.put(nonces, i * NONCE, NONCE);
                each.limit(plain.position() + (i + 1) * BLOCK);
                cipher.doFinal(each, file);
            }
            return file.flip();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    /**
     * @param file whole sealed blocks
     * @param first number of the first of them
     */
    ByteBuffer open(ByteBuffer file, long first) throws DamagedBlock {
        int blocks = file.remaining() / SEALED;
        ByteBuffer plain = ByteBuffer.allocate(blocks * BLOCK);
        byte[] nonce = new byte[NONCE];
        long number = first;
        try {
            Cipher cipher = ciphers.get();
            ByteBuffer each = file.duplicate();
            for (int i = 0; i < blocks; i++) {
                number = first + i;
                each.limit(file.position() + (i + 1) * SEALED);
                each.get(nonce);
                init(cipher, Cipher.DECRYPT_MODE, nonce, 0, number);
                cipher.doFinal(each, plain);
            }
            return plain.flip();
        } catch (AEADBadTagException e) {
            throw new DamagedBlock(number, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private static Cipher made() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private void init(Cipher cipher, int mode, byte[] nonce, int offset, long number)
            throws GeneralSecurityException {
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce, offset, NONCE));
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(0, number));
    }
}
