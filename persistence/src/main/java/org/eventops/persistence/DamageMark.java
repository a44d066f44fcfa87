package org.eventops.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that says: the database was found damaged and has to be built anew. It stands from when
 * that is noticed, also in the middle of the work, until a rebuild has ended well.
 */
final class DamageMark {
    private DamageMark() {}

    static boolean isSet(StoreLocation location) {
        return Files.exists(file(location));
    }

    /** Durable on return. */
    static void set(StoreLocation location) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file(location), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    static void clear(StoreLocation location) throws IOException {
        Files.deleteIfExists(file(location));
    }

    private static Path file(StoreLocation location) {
        return location.folder().resolve("store.damaged");
    }
}
