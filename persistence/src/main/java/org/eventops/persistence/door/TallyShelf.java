package org.eventops.persistence.door;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eventops.persistence.atrest.AtRest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tallies in files, from one opening of the store to the next, so that the first look does not read
 * every scan. They count for nothing: what is missing, torn or of another state is read anew.
 */
public final class TallyShelf {
    private static final Logger LOG = LoggerFactory.getLogger(TallyShelf.class);
    private static final int FORMAT = 3;
    private static final String NUMBER = "number";
    private static final String ENDING = ".tally";

    private final Path folder;
    private final AtRest atRest;
    private final boolean good;
    private final Set<UUID> taken = new HashSet<>();

    /**
     * @param whole whether the store is exactly as it was left
     * @param number of the last mutation that it holds
     */
    public TallyShelf(Path folder, AtRest atRest, boolean whole, long number) {
        this.atRest = atRest;
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
            return read(file);
        } catch (IOException e) {
            LOG.warn("kept counts of {} are not used", scope, e);
            return Optional.empty();
        }
    }

    private Optional<KeptTally> read(Path file) throws IOException {
        try (DataInputStream in =
                new DataInputStream(
                        new BufferedInputStream(
                                atRest.opening(Files.newInputStream(file)), 1 << 16))) {
            return in.readInt() == FORMAT ? Optional.of(KeptTally.read(in)) : Optional.empty();
        }
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

    private void write(Path file, KeptTally tally) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(
                        new BufferedOutputStream(
                                atRest.sealing(Files.newOutputStream(file)), 1 << 16))) {
            out.writeInt(FORMAT);
            tally.write(out);
        }
    }

    private Path file(UUID scope) {
        return folder.resolve(scope + ENDING);
    }
}
