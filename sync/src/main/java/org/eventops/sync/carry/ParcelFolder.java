package org.eventops.sync.carry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Parcels of other consoles that wait to be brought to the hub ({@code *.parcel}), and the answers
 * that wait to be brought back ({@code *.answers}, parcels too). Every file is whole: written
 * beside, then renamed.
 */
public final class ParcelFolder {
    private static final String PARCEL = ".parcel";
    private static final String ANSWERS = ".answers";

    private final Path folder;

    /**
     * @param data the store's folder
     */
    public ParcelFolder(Path data) {
        this.folder = data.resolve("carried");
    }

    /** Those not yet brought to the hub, oldest first. */
    public List<Path> parcels() {
        return all(PARCEL);
    }

    /** Answers that came back, oldest first. */
    public List<Path> answers() {
        return all(ANSWERS);
    }

    /** Keeps a copy, durable on return; the same parcel twice is one. */
    Path keep(Path parcel, UUID device, long written) throws IOException {
        Files.createDirectories(folder);
        Path kept = folder.resolve("%020d-%s%s".formatted(written, device, PARCEL));
        Path writing = kept.resolveSibling(kept.getFileName() + ".writing");
        Files.copy(parcel, writing, StandardCopyOption.REPLACE_EXISTING);
        settle(writing, kept);
        return kept;
    }

    /** Where the answers for a parcel are written before {@link #answered}. */
    static Path answersBeing(Path parcel) {
        return parcel.resolveSibling(parcel.getFileName() + ".writing");
    }

    /** Puts the answers in the place of their parcel. */
    void answered(Path parcel, Path written) throws IOException {
        String name = parcel.getFileName().toString();
        String stem = name.substring(0, name.length() - PARCEL.length());
        settle(written, parcel.resolveSibling(stem + ANSWERS));
        Files.delete(parcel);
    }

    private static void settle(Path writing, Path kept) throws IOException {
        try (FileChannel channel = FileChannel.open(writing, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(
                writing, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private List<Path> all(String suffix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
