package org.eventops.persistence.atrest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import javax.crypto.SecretKey;
import org.eventops.domain.change.Progress;
import org.eventops.domain.unlock.OpeningInput;
import org.eventops.domain.unlock.SealingOutput;
import org.eventops.domain.unlock.StoreKey;
import org.h2.store.fs.FilePath;

/**
 * What keeps one store's files from being read or changed; each kind has a key of its own. H2 knows
 * the way to them, by a name made of the key, until the program ends.
 */
public final class AtRest {
    private static final String COPIES = "copies";
    private static final int AT_ONCE = 64 * BlockSeal.BLOCK;

    /** How both headers of a file of H2 begin. */
    private static final String H2 = "H:";

    private static final int FORCED_EACH = 4 * AT_ONCE;

    private final BlockSeal blocks;
    private final String scheme;
    private final FrameSeal frames;
    private final SecretKey copies;
    private final SecureRandom random = new SecureRandom();
    private final Patience patience = new Patience();

    public AtRest(StoreKey key) {
        this.blocks = new BlockSeal(key.derive("database"));
        this.frames = new KeyedFrames(key.derive("journal"));
        this.copies = key.derive(COPIES);
        this.scheme =
                "eventops" + HexFormat.of().formatHex(key.derive("scheme").getEncoded(), 0, 8);
        FilePath.register(new SealedPath(scheme, blocks, patience, FilePath.get(".")));
    }

    /** By this H2 knows files of this store from others. */
    public String scheme() {
        return scheme;
    }

    /** Of what H2 writes. */
    public Patience patience() {
        return patience;
    }

    public FrameSeal frames() {
        return frames;
    }

    /** What is written to it lies sealed in the other stream; closing it ends both. */
    public OutputStream sealing(OutputStream file) throws IOException {
        return new SealingOutput(file, copies.getEncoded(), header(), random);
    }

    /**
     * Reads what {@link #sealing} wrote.
     *
     * @throws OpeningInput.Broken when read, if it is not that
     */
    public InputStream opening(InputStream file) throws IOException {
        return new OpeningInput(file, copies.getEncoded(), header());
    }

    /**
     * Writes a file of H2 anew, sealed, as H2 reads it by {@link #scheme}.
     *
     * @param plain all of it, as H2 knows it
     * @param progress is asked often whether to go on
     * @throws CancellationException if it says no
     */
    public void seal(InputStream plain, Path file, Progress progress) throws IOException {
        try (FileChannel target =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            SealedChannel sealing = new SealedChannel(target, blocks, patience);
            byte[] some = plain.readNBytes(AT_ONCE);
            for (long at = 0; some.length > 0; some = plain.readNBytes(AT_ONCE)) {
                progress.throwIfCancelled();
                at += sealing.write(ByteBuffer.wrap(some), at);
                if (at % FORCED_EACH == 0) {
                    // Who else waits for this disk waits for a piece of it, and not for all.
                    target.force(false);
                }
            }
            target.force(true);
        }
    }

    /** Whether a file of H2 was written by {@link #scheme}: one of its two headers opens. */
    public boolean opens(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            SealedChannel sealed = new SealedChannel(channel, blocks, patience);
            return isHeader(sealed, 0) || isHeader(sealed, BlockSeal.BLOCK);
        }
    }

    private static boolean isHeader(SealedChannel sealed, long position) throws IOException {
        ByteBuffer beginning = ByteBuffer.allocate(H2.length());
        try {
            return sealed.read(beginning, position) == H2.length()
                    && new String(beginning.array(), StandardCharsets.US_ASCII).equals(H2);
        } catch (DamagedBlock e) {
            return false;
        }
    }

    private static byte[] header() {
        return COPIES.getBytes(StandardCharsets.US_ASCII);
    }
}
