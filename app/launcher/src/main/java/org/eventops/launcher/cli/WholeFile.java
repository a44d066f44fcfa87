package org.eventops.launcher.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A file that takes its name only when it has been closed in peace. */
final class WholeFile extends FilterOutputStream {
    private final Path file;
    private final Path part;
    private boolean broken;

    WholeFile(Path file) throws IOException {
        this(file, part(file.toAbsolutePath().getParent()));
    }

    private static Path part(@Nullable Path folder) throws IOException {
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder));
        }
        return Files.createTempFile(folder, ".eventops", ".part");
    }

    private WholeFile(Path file, Path part) throws IOException {
        super(new BufferedOutputStream(Files.newOutputStream(part)));
        this.file = file;
        this.part = part;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
            if (!broken) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
