package org.eventops.persistence.backup;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.eventops.domain.change.Progress;
import org.eventops.domain.unlock.SealingOutput;
import org.eventops.domain.unlock.StoreKey;

/**
 * Writes a backup: the header, then under the key, compressed, parts each of which begins with its
 * letter. {@link BackupInput} reads the same.
 */
public final class BackupOutput implements AutoCloseable {
    static final char CONTENTS = 'C';
    static final char FILE = 'F';
    static final char DATABASE = 'D';
    static final char JOURNAL = 'J';
    static final char END = 'E';

    private static final int AT_ONCE = 64 * 1024;

    private final FileChannel channel;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final DataOutputStream out;

    /**
     * @param file that is not there yet
     * @param progress is told the bytes written
     */
    public BackupOutput(FileChannel file, BackupHeader header, StoreKey key, Progress progress)
            throws IOException {
        this.channel = file;
        byte[] beginning = HeaderBytes.of(header);
        OutputStream watched = new Watched(Channels.newOutputStream(file), progress);
        watched.write(beginning);
        SealingOutput sealing =
                new SealingOutput(
                        new BufferedOutputStream(watched, AT_ONCE),
                        BackupHeader.sealedBy(key).getEncoded(),
                        beginning,
                        new SecureRandom());
        this.out =
                new DataOutputStream(
                        new BufferedOutputStream(
                                new DeflaterOutputStream(sealing, deflater, AT_ONCE), AT_ONCE));
    }

    public void contents(Contents contents) throws IOException {
        out.writeByte(CONTENTS);
        out.writeInt(contents.tables().size());
        for (var each : contents.tables().entrySet()) {
            out.writeUTF(each.getKey());
            out.writeLong(each.getValue().rows());
            out.writeLong(each.getValue().sum());
        }
    }

    /**
     * @param name relative to the store's folder, with {@code /}
     */
    public void file(String name, byte[] content) throws IOException {
        out.writeByte(FILE);
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
        out.writeInt(content.length);
        out.write(content);
    }

    /** The copy of the database as H2 zips it. */
    public void database(InputStream zip) throws IOException {
        out.writeByte(DATABASE);
        byte[] some = zip.readNBytes(AT_ONCE);
        while (some.length > 0) {
            out.writeInt(some.length);
            out.write(some);
            some = zip.readNBytes(AT_ONCE);
        }
        out.writeInt(0);
    }

    /** For what the journal says, which ends itself. */
    public DataOutputStream journal() throws IOException {
        out.writeByte(JOURNAL);
        return out;
    }

    /** All of it is written; it is on the disk on return. */
    public void end() throws IOException {
        out.writeByte(END);
        // Ends the sealed stream; the channel stays open, see Watched.
        out.close();
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        deflater.end();
        channel.close();
    }

    /** Counts, and ends the work when the person has cancelled; leaves the channel open. */
    private static final class Watched extends FilterOutputStream {
        private final Progress progress;
        private long written;

        Watched(OutputStream out, Progress progress) {
            super(out);
            this.progress = progress;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            progress.throwIfCancelled();
            out.write(bytes, offset, length);
            written += length;
            progress.at(written, -1);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
