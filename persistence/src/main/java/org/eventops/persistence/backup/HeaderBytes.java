package org.eventops.persistence.backup;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.eventops.domain.backup.BackupFault;

/**
 * The beginning of a backup as bytes: a mark, the length of the text, the text as JSON, its
 * SHA-256. The sum tells damage from a foreign key before anybody is asked for a password.
 */
final class HeaderBytes {
    private static final Gson GSON = new Gson();
    private static final byte[] MARK = "EventOps backup\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SUM = 32;
    private static final int LONGEST = 1 << 20;

    private HeaderBytes() {}

    /** What was read, and the bytes of it. */
    static final class Read {
        private final BackupHeader header;
        private final byte[] bytes;

        private Read(BackupHeader header, byte[] bytes) {
            this.header = header;
            this.bytes = bytes;
        }

        BackupHeader header() {
            return header;
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    static byte[] of(BackupHeader header) throws IOException {
        byte[] text = GSON.toJson(header.written()).getBytes(StandardCharsets.UTF_8);
        return bytes(text, sum(text));
    }

    /**
     * @param file to name in what is wrong
     */
    static Read read(InputStream from, Path file) throws IOException {
        DataInputStream in = new DataInputStream(from);
        byte[] mark = in.readNBytes(MARK.length);
        if (!Arrays.equals(mark, MARK)) {
            throw new FaultyBackup(new BackupFault.NoBackup(file));
        }
        try {
            int length = in.readInt();
            if (length < 1 || length > LONGEST) {
                throw new FaultyBackup(new BackupFault.Damaged(file));
            }
            byte[] text = new byte[length];
            byte[] sum = new byte[SUM];
            in.readFully(text);
            in.readFully(sum);
            if (!Arrays.equals(sum, sum(text))) {
                throw new FaultyBackup(new BackupFault.Damaged(file));
            }
            return new Read(header(text, file), bytes(text, sum));
        } catch (EOFException e) {
            throw new FaultyBackup(new BackupFault.Damaged(file), e);
        }
    }

    private static byte[] bytes(byte[] text, byte[] sum) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(MARK);
            out.writeInt(text.length);
            out.write(text);
            out.write(sum);
        }
        return bytes.toByteArray();
    }

    private static BackupHeader header(byte[] bytes, Path file) throws FaultyBackup {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            if (GSON.fromJson(text, JsonObject.class).get("format").getAsInt()
                    > BackupHeader.FORMAT) {
                throw new FaultyBackup(new BackupFault.Newer(file));
            }
            return BackupHeader.of(GSON.fromJson(text, BackupHeader.Written.class));
        } catch (JsonParseException
                | NullPointerException
                | IllegalArgumentException
                | IllegalStateException
                | java.time.DateTimeException e) {
            throw new FaultyBackup(new BackupFault.Damaged(file), e);
        }
    }

    private static byte[] sum(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            // Every Java has it.
            throw new IllegalStateException(e);
        }
    }
}
