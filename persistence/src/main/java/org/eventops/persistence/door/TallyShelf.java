package org.eventops.persistence.door;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tallies in files, from one opening of the store to the next, so that the first look does not read
 * every scan. They count for nothing: what is missing, torn or of another state is read anew.
 */
public final class TallyShelf {
    private static final Logger LOG = LoggerFactory.getLogger(TallyShelf.class);
    private static final int FORMAT = 2;
    private static final String NUMBER = "number";
    private static final String ENDING = ".tally";

    private final Path folder;
    private final boolean good;
    private final Set<UUID> taken = new HashSet<>();

    /**
     * @param whole whether the store is exactly as it was left
     * @param number of the last mutation that it holds
     */
    public TallyShelf(Path folder, boolean whole, long number) {
        this.folder = folder;
        this.good = whole && number == number();
    }

    private long number() {
        Path file = folder.resolve(NUMBER);
        try {
            String text = Files.exists(file) ? Files.readString(file).strip() : "";
            return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
        } catch (IOException e) {
            LOG.warn("kept counts are not used", e);
            return -1;
        }
    }

    /** The tally of an event as it was left; once, since it grows from then on. */
    Optional<KeptTally> take(UUID scope) {
        Path file = file(scope);
        if (!good || !taken.add(scope) || Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return read(Files.readAllBytes(file));
        } catch (IOException e) {
            LOG.warn("kept counts of {} are not used", scope, e);
            return Optional.empty();
        }
    }

    /** The last eight bytes are the checksum of those before. */
    private static Optional<KeptTally> read(byte[] bytes) throws IOException {
        int length = Math.max(0, bytes.length - Long.BYTES);
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        ByteBuffer all = ByteBuffer.wrap(bytes);
        if (length < Integer.BYTES
                || all.getLong(length) != sum.getValue()
                || all.getInt(0) != FORMAT) {
            return Optional.empty();
        }
        DataInputStream in =
                new DataInputStream(
                        new ByteArrayInputStream(bytes, Integer.BYTES, length - Integer.BYTES));
        return Optional.of(KeptTally.read(in));
    }

    /**
     * Puts these aside; what was taken and is not among them is no longer there.
     *
     * @param changed events whose kept tally no longer holds
     * @param number of the last mutation of the store
     */
    void put(Map<UUID, KeptTally> tallies, Set<UUID> changed, long number) {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve(NUMBER));
            discard(changed);
            for (Map.Entry<UUID, KeptTally> each : tallies.entrySet()) {
                write(file(each.getKey()), each.getValue());
            }
            Files.writeString(folder.resolve(NUMBER), Long.toString(number));
        } catch (IOException e) {
            LOG.warn("counts are not kept for the next time", e);
        }
    }

    /** What is still there and was not asked for holds as it is, if it held until now. */
    private void discard(Set<UUID> changed) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.filter(each -> each.toString().endsWith(ENDING)).toList();
            for (Path file : all) {
                String name = file.getFileName().toString();
                UUID scope = UUID.fromString(name.substring(0, name.length() - ENDING.length()));
                if (!good || taken.contains(scope) || changed.contains(scope)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void write(Path file, KeptTally tally) throws IOException {
        CheckedOutputStream sum = new CheckedOutputStream(Files.newOutputStream(file), new CRC32());
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(sum, 1 << 16))) {
            out.writeInt(FORMAT);
            tally.write(out);
            out.flush();
            out.writeLong(sum.getChecksum().getValue());
        }
    }

    private Path file(UUID scope) {
        return folder.resolve(scope + ENDING);
    }
}
