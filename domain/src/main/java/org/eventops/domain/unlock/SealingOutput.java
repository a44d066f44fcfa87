package org.eventops.domain.unlock;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a stream in pieces with AES-256-GCM: none can be changed, moved, repeated or left out,
 * nor the end cut off, without the reader noticing. Layout: 7 random bytes, then for each piece its
 * length (4 bytes, big-endian) and its ciphertext. The nonce is the random bytes, the number of the
 * piece (4 bytes) and whether it is the last (1 byte).
 */
public final class SealingOutput extends OutputStream {
    static final int PIECE = 64 * 1024;
    static final int PREFIX = 7;
    static final int TAG_BITS = 128;

    private final OutputStream out;
    private final SecretKeySpec key;
    private final byte[] header;
    private final byte[] prefix = new byte[PREFIX];
    private final byte[] piece = new byte[PIECE];
    private int filled;
    private int number;
    private boolean closed;

    /**
     * @param header what stands before it in the clear, and must be the same at reading
     */
    public SealingOutput(OutputStream out, byte[] key, byte[] header, SecureRandom random)
            throws IOException {
        this.out = out;
        this.key = new SecretKeySpec(key, "AES");
        this.header = header.clone();
        random.nextBytes(prefix);
        out.write(prefix);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == PIECE) {
                seal(false);
            }
            int some = Math.min(left, PIECE - filled);
            System.arraycopy(bytes, from, piece, filled, some);
            filled += some;
            from += some;
            left -= some;
        }
    }

    private void seal(boolean last) throws IOException {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    key,
                    new GCMParameterSpec(TAG_BITS, nonce(prefix, number++, last)));
            cipher.updateAAD(header);
            byte[] sealed = cipher.doFinal(piece, 0, filled);
            out.write(ByteBuffer.allocate(4).putInt(sealed.length).array());
            out.write(sealed);
            filled = 0;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    static byte[] nonce(byte[] prefix, int number, boolean last) {
        return ByteBuffer.allocate(PREFIX + 5)
                .put(prefix)
                .putInt(number)
                .put((byte) (last ? 1 : 0))
                .array();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try (out) {
                seal(true);
            }
        }
    }
}
