package org.eventops.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.eventops.persistence.journal.Journal;

/**
 * What the store was when it was closed in peace.
 *
 * @param number the last mutation, up to which the database is known to be whole; what came later
 *     is applied again after a crash, also where the database says that it has it
 * @param journal bytes of the journal's files then; it only ever grows
 * @param shorter whether the journal had been found shorter than it was before
 * @param isKnown false if there is none: each closing in peace writes it
 */
record Checkpoint(long number, long journal, boolean shorter, boolean isKnown) {
    private static final Checkpoint NONE = new Checkpoint(0, 0, false, false);
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}) (\\d{1,18}) ([01]) (\\d+)");

    /** As of a program that kept the number only: nothing can be held against it. */
    private static final Pattern OLDER = Pattern.compile("\\d{1,18}");

    /** As the journal is now. */
    static Checkpoint of(StoreLocation location, long number, boolean shorter) throws IOException {
        return new Checkpoint(number, Journal.bytes(location.journal()), shorter, true);
    }

    /** None where there is none, or it is not as it was written: everything is applied again. */
    static Checkpoint read(StoreLocation location) throws IOException {
        Path file = file(location);
        if (Files.notExists(file)) {
            return NONE;
        }
        // Whatever bytes there are: what is no checkpoint is none, and no failure.
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
        Matcher found = TEXT.matcher(text);
        if (!found.matches()) {
            return OLDER.matcher(text).matches()
                    ? new Checkpoint(Long.parseLong(text), 0, false, true)
                    : NONE;
        }
        Checkpoint read =
                new Checkpoint(
                        Long.parseLong(found.group(1)),
                        Long.parseLong(found.group(2)),
                        found.group(3).equals("1"),
                        true);
        return read.text().equals(text) ? read : NONE;
    }

    /** With a sum, so that a changed digit is seen. */
    private String text() {
        String said = number + " " + journal + " " + (shorter ? 1 : 0);
        CRC32 sum = new CRC32();
        sum.update(said.getBytes(StandardCharsets.US_ASCII));
        return said + " " + sum.getValue();
    }

    /** Whether something that was there then is in neither the database nor the journal now. */
    boolean isLost(long highest) {
        return journal > 0 && highest < number;
    }

    /** Durable on return. */
    void write(StoreLocation location) throws IOException {
        Path file = file(location);
        Path writing = file.resolveSibling(file.getFileName() + ".writing");
        byte[] text = text().getBytes(StandardCharsets.US_ASCII);
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
