package org.eventops.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The last mutation up to which the database is known to be whole: it was closed in peace then.
 * What came later is applied again after a crash, also where the database says that it has it.
 */
final class Checkpoint {
    private Checkpoint() {}

    /** 0 where there is none, or it cannot be read: then everything is applied again. */
    static long read(StoreLocation location) throws IOException {
        Path file = file(location);
        if (Files.notExists(file)) {
            return 0;
        }
        // Whatever bytes there are: what is no number is none, and no failure.
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** Durable on return. */
    static void write(StoreLocation location, long number) throws IOException {
        Path file = file(location);
        Path writing = file.resolveSibling(file.getFileName() + ".writing");
        byte[] text = Long.toString(number).getBytes(StandardCharsets.ISO_8859_1);
        try (FileChannel channel =
                FileChannel.open(
                        writing,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(text));
            channel.force(true);
        }
        Files.move(
                writing, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path file(StoreLocation location) {
        return location.folder().resolve("store.checkpoint");
    }
}
