package org.eventops.persistence.journal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.eventops.persistence.atrest.FrameSeal;

/**
 * Writes what a part of a journal says, opened, for a backup: for each frame the first number of
 * its file, its offset there, the length of what it carries, and that; at the end {@link #END}.
 * What is damaged is left out. Writers may go on behind the part.
 */
public final class JournalPieces {
    static final long END = -1;

    private final Place from;
    private final Place to;
    private final DataOutputStream out;
    private long mutations;

    private JournalPieces(Place from, Place to, DataOutputStream out) {
        this.from = from;
        this.to = to;
        this.out = out;
    }

    /**
     * @param from where the part begins
     * @param to where it ends
     * @return how many mutations it completes, without those that were taken back
     */
    public static long write(
            Path folder, FrameSeal seal, Place from, Place to, DataOutputStream out)
            throws IOException {
        JournalPieces pieces = new JournalPieces(from, to, out);
        for (Path file : Segments.all(folder)) {
            long first = Segments.firstNumber(file);
            if (first >= from.segment() && first <= to.segment()) {
                JournalReader.readOpen(
                        file, seal, (open, offset) -> pieces.frame(open, new Place(first, offset)));
            }
        }
        out.writeLong(END);
        return pieces.mutations;
    }

    /** Reads past what {@link #write} wrote. */
    public static void pass(DataInputStream in) throws IOException {
        for (long first = in.readLong(); first != END; first = in.readLong()) {
            in.skipNBytes(Long.BYTES);
            in.skipNBytes(in.readInt());
        }
    }

    private void frame(byte[] open, Place at) throws IOException {
        if (at.compareTo(from) < 0 || at.compareTo(to) >= 0) {
            return;
        }
        switch (Frame.parse(open)) {
            case Frame.Prepared part -> mutations += part.last() ? 1 : 0;
            case Frame.Abort abort -> mutations -= abort.number() > 0 ? 1 : 0;
            case Frame.Commit unused -> {}
            case Frame.Lost unused -> {}
        }
        out.writeLong(at.segment());
        out.writeLong(at.offset());
        out.writeInt(open.length);
        out.write(open);
    }
}
