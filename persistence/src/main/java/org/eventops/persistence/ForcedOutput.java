package org.eventops.persistence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.eventops.domain.change.Progress;

/**
 * Writes a large file to the disk piece by piece. Whoever else waits for the disk meanwhile, as a
 * door does at each scan, waits for a piece of it and not for all that had gathered.
 */
final class ForcedOutput extends OutputStream {
    private static final int PIECE = 1 << 20;

    private final FileChannel file;
    private final Progress progress;
    private int gathered;

    /**
     * @param progress is asked often whether to go on; a no is a CancellationException
     */
    ForcedOutput(FileChannel file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    @Override
    public void write(int each) throws IOException {
        write(new byte[] {(byte) each}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        progress.throwIfCancelled();
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            gathered += file.write(buffer);
        }
        if (gathered >= PIECE) {
            file.force(false);
            gathered = 0;
        }
    }

    /** All of it is on the disk on return. */
    @Override
    public void close() throws IOException {
        try (file) {
            file.force(true);
        }
    }
}
