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

    /** One for each store that is open. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Desk> desks = ThreadLocal.withInitial(Desk::new);

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
            Cipher cipher = desks.get().cipher;
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

    /** Where this thread lays sealed blocks before it opens them; what lay there is gone. */
    ByteBuffer room(int blocks) {
        return desks.get().sealed(blocks);
    }

    /**
     * @param file whole sealed blocks
     * @param first number of the first of them
     * @return the plain ones, until this thread opens others
     */
    ByteBuffer open(ByteBuffer file, long first) throws DamagedBlock {
        int blocks = file.remaining() / SEALED;
        Desk desk = desks.get();
        ByteBuffer plain = desk.plain(blocks);
        byte[] nonce = new byte[NONCE];
        long number = first;
        try {
            Cipher cipher = desk.cipher;
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

    /**
     * What a thread works with, kept: a cipher costs as much as a block, and room for each block
     * that is read is a third of all that an import makes the collector clear away.
     */
    private static final class Desk {
        final Cipher cipher = made();
        private ByteBuffer sealed = ByteBuffer.allocate(0);
        private ByteBuffer plain = ByteBuffer.allocate(0);

        ByteBuffer sealed(int blocks) {
            sealed = cleared(sealed, blocks * SEALED);
            return sealed;
        }

        ByteBuffer plain(int blocks) {
            plain = cleared(plain, blocks * BLOCK);
            return plain;
        }

        private static ByteBuffer cleared(ByteBuffer before, int bytes) {
            ByteBuffer room = before.capacity() < bytes ? ByteBuffer.allocate(bytes) : before;
            return room.clear().limit(bytes);
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
