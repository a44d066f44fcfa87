package org.eventops.persistence.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.eventops.persistence.atrest.FrameSeal;

/**
 * Reads one journal file from its start. A frame whose CRC is wrong is passed over up to the next
 * frame that is whole; what stands after the last whole frame is the torn tail. One that was not
 * written there under the store's key is damage as well.
 */
final class JournalReader {
    /**
     * @param end where the last whole frame ends, bytes from the start of the file
     * @param size of the file, bytes
     * @param damaged how many places inside the file could not be read
     */
    record Read(long end, long size, int damaged) {
        boolean torn() {
            return end < size;
        }
    }

    /** Is given each frame and where it begins. */
    interface FrameReader {
        void frame(Frame frame, long offset) throws IOException;
    }

    /** Is given what each frame carries, opened, and where it begins. */
    interface PayloadReader {
        void payload(byte[] open, long offset) throws IOException;

        /** What comes next could not be read. */
        default void hole() {}
    }

    private final FileChannel channel;
    private final FrameSeal seal;
    private final long segment;
    private final long size;

    /**
     * @param segment first number of the file
     */
    JournalReader(FileChannel channel, FrameSeal seal, long segment) throws IOException {
        this.channel = channel;
        this.seal = seal;
        this.segment = segment;
        this.size = channel.size();
    }

    static Read read(Path file, FrameSeal seal, FrameReader frames) throws IOException {
        return readOpen(file, seal, (open, offset) -> frames.frame(Frame.parse(open), offset));
    }

    static Read readOpen(Path file, FrameSeal seal, PayloadReader payloads) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new JournalReader(channel, seal, Segments.firstNumber(file)).read(payloads);
        }
    }

    private Read read(PayloadReader payloads) throws IOException {
        long at = 0;
        long end = 0;
        int damaged = 0;
        boolean whole = true;
        while (at + Frame.HEAD <= size) {
            byte[] payload = payload(at);
            if (payload == null) {
                if (whole) {
                    damaged++;
                    payloads.hole();
                }
                whole = false;
                at = nextMark(at + 1);
            } else {
                whole = true;
                Optional<byte[]> open = seal.open(payload, segment, at);
                if (open.isPresent()) {
                    payloads.payload(open.get(), at);
                } else {
                    damaged++;
                    payloads.hole();
                }
                at += Frame.HEAD + payload.length;
                end = at;
            }
        }
        return new Read(end, size, whole ? damaged : damaged - 1);
    }

    /** The frame that begins here; empty if none does, or it is damaged. */
    Optional<Frame> frame(long at) throws IOException {
        byte[] payload = at + Frame.HEAD <= size ? payload(at) : null;
        Optional<byte[]> open =
                payload == null ? Optional.empty() : seal.open(payload, segment, at);
        return open.isPresent() ? Optional.of(Frame.parse(open.get())) : Optional.empty();
    }

    /** Where the frame ends that begins here. */
    long after(long at) throws IOException {
        return at + Frame.HEAD + bytes(at, Frame.HEAD).getInt(Integer.BYTES);
    }

    private byte @org.jspecify.annotations.Nullable [] payload(long at) throws IOException {
        ByteBuffer head = bytes(at, Frame.HEAD);
        if (head.getInt() != Frame.MARK) {
            return null;
        }
        int length = head.getInt();
        int crc = head.getInt();
        if (length < 1 || at + Frame.HEAD + length > size) {
            return null;
        }
        byte[] payload = bytes(at + Frame.HEAD, length).array();
        return Frame.crc(payload) == crc ? payload : null;
    }

    private long nextMark(long from) throws IOException {
        int chunk = 1 << 16;
        for (long at = from; at + 4 <= size; at += chunk - 3) {
            ByteBuffer window = bytes(at, (int) Math.min(chunk, size - at));
            for (int i = 0; i + 4 <= window.limit(); i++) {
                if (window.getInt(i) == Frame.MARK) {
                    return at + i;
                }
            }
        }
        return size;
    }

    private ByteBuffer bytes(long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new IOException("journal file became shorter while it was read");
            }
        }
        return buffer.flip();
    }
}
