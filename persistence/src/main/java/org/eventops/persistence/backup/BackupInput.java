package org.eventops.persistence.backup;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.eventops.domain.backup.BackupFault;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.unlock.OpeningInput;
import org.eventops.domain.unlock.StoreKey;

/** Reads a backup from its beginning to its end, and takes nothing for true that was changed. */
public final class BackupInput {
    private static final int LARGEST_FILE = 64 << 20;

    private BackupInput() {}

    /** What to do with each part, in the order in which they were written. */
    public interface Parts {
        /** One of the small files of a store, by its name relative to the folder. */
        void file(String name, byte[] content) throws IOException;

        /** The copy of the database as H2 zips it; read to its end. */
        void database(InputStream zip) throws IOException;

        /** What the journal says; read to where it ends itself. */
        void journal(DataInputStream pieces) throws IOException;
    }

    /**
     * @throws FaultyBackup if it is none, or its beginning is damaged
     */
    public static BackupHeader header(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return HeaderBytes.read(in, file).header();
        }
    }

    /**
     * @return what the store held
     * @throws FaultyBackup if not every byte is as it was written
     * @throws CancellationException if progress says so
     */
    public static Contents read(Path file, StoreKey key, Progress progress, Parts parts)
            throws IOException {
        try (InputStream raw =
                new Watched(new BufferedInputStream(Files.newInputStream(file)), progress)) {
            HeaderBytes.Read beginning = HeaderBytes.read(raw, file);
            if (!beginning.header().opensWith(key)) {
                throw new FaultyBackup(new BackupFault.OtherKey(file));
            }
            OpeningInput sealed =
                    new OpeningInput(
                            raw, BackupHeader.sealedBy(key).getEncoded(), beginning.bytes());
            return parts(sealed, parts);
        } catch (OpeningInput.Broken | EOFException | ZipException e) {
            throw new FaultyBackup(new BackupFault.Damaged(file), e);
        }
    }

    private static Contents parts(OpeningInput sealed, Parts parts) throws IOException {
        DataInputStream in =
                new DataInputStream(new BufferedInputStream(new InflaterInputStream(sealed)));
        Contents contents = new Contents(Map.of());
        for (char part = letter(in); part != BackupOutput.END; part = letter(in)) {
            switch (part) {
                case BackupOutput.CONTENTS -> contents = contents(in);
                case BackupOutput.FILE -> parts.file(text(in), bytes(in));
                case BackupOutput.DATABASE -> {
                    Chunks zip = new Chunks(in);
                    parts.database(zip);
                    zip.transferTo(java.io.OutputStream.nullOutputStream());
                }
                case BackupOutput.JOURNAL -> parts.journal(in);
                default -> throw new ZipException("no part " + part);
            }
        }
        // Only the last piece of the seal says that nothing was cut off.
        in.transferTo(java.io.OutputStream.nullOutputStream());
        sealed.transferTo(java.io.OutputStream.nullOutputStream());
        return contents;
    }

    private static char letter(DataInputStream in) throws IOException {
        return (char) in.readUnsignedByte();
    }

    private static Contents contents(DataInputStream in) throws IOException {
        Map<String, ContentHash> tables = new HashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            tables.put(in.readUTF(), new ContentHash(in.readLong(), in.readLong()));
        }
        return new Contents(tables);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LARGEST_FILE) {
            throw new ZipException("a file of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    /** Ends where the chunks do, not where the backup does. */
    private static final class Chunks extends InputStream {
        private final DataInputStream in;
        private int left;
        private boolean ended;

        Chunks(DataInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0 && !ended) {
                left = in.readInt();
                ended = left == 0;
            }
            if (ended) {
                return -1;
            }
            int some = in.read(bytes, offset, Math.min(length, left));
            if (some < 0) {
                throw new EOFException();
            }
            left -= some;
            return some;
        }
    }

    /** Counts, and ends the work when the person has cancelled. */
    private static final class Watched extends FilterInputStream {
        private final Progress progress;
        private long read;

        Watched(InputStream in, Progress progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            progress.throwIfCancelled();
            int some = in.read(bytes, offset, length);
            read += Math.max(0, some);
            progress.at(read, -1);
            return some;
        }
    }
}
