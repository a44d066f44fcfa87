package org.eventops.domain.unlock;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.zip.ZipException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eventops.domain.failure.Classified;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.NextStep;

/**
 * Reads what {@link SealingOutput} wrote. Every byte it gives out has been verified; the end is
 * only the end when the last piece says so.
 */
public final class OpeningInput extends InputStream {
    /** The file is damaged, was changed, or is encrypted under another key. */
    public static final class Broken extends IOException implements Classified {
        private static final long serialVersionUID = 1L;

        Broken(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public Failure failure() {
            return Failure.input(NextStep.CHOOSE_OTHER_FILE);
        }
    }

    private static final int LONGEST = SealingOutput.PIECE + SealingOutput.TAG_BITS / 8;

    private final DataInputStream in;
    private final SecretKeySpec key;
    private final byte[] header;
    private final byte[] prefix;
    private byte[] piece = new byte[0];
    private int at;
    private int number;
    private boolean ended;

    public OpeningInput(InputStream in, byte[] key, byte[] header) throws IOException {
        this.in = new DataInputStream(in);
        this.key = new SecretKeySpec(key, "AES");
        this.header = header.clone();
        this.prefix = this.in.readNBytes(SealingOutput.PREFIX);
        if (prefix.length < SealingOutput.PREFIX) {
            throw new Broken("cut short", new EOFException());
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (at == piece.length) {
            if (ended) {
                return -1;
            }
            next();
        }
        int some = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, bytes, offset, some);
        at += some;
        return some;
    }

    private void next() throws IOException {
        byte[] sealed;
        try {
            int length = in.readInt();
            if (length < 0 || length > LONGEST) {
                throw new Broken("a piece of " + length + " bytes", new ZipException());
            }
            sealed = new byte[length];
            in.readFully(sealed);
        } catch (EOFException e) {
            throw new Broken("cut short", e);
        }
        piece = open(sealed);
        at = 0;
        number++;
    }

    /** A piece is in the middle or the last one: only the right guess opens it. */
    private byte[] open(byte[] sealed) throws Broken {
        try {
            return open(sealed, false);
        } catch (AEADBadTagException inTheMiddle) {
            try {
                byte[] last = open(sealed, true);
                ended = true;
                return last;
            } catch (GeneralSecurityException e) {
                throw new Broken("changed, or of another organisation", e);
            }
        } catch (GeneralSecurityException e) {
            throw new Broken("changed, or of another organisation", e);
        }
    }

    private byte[] open(byte[] sealed, boolean last) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                key,
                new GCMParameterSpec(
                        SealingOutput.TAG_BITS, SealingOutput.nonce(prefix, number, last)));
        cipher.updateAAD(header);
        return cipher.doFinal(sealed);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
