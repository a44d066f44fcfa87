package org.eventops.launcher.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import org.eventops.persistence.Store;

/**
 * A file that takes its name only when all of it was written and somebody says so. Behind a link,
 * the file that the link means; what is no file, such as a pipe, is written to as it is.
 */
final class WholeFile extends FilterOutputStream {
    /** What a store cannot do without lies in its folder under these names. */
    private static final Pattern OWN =
            Pattern.compile("(store|unlock)\\..*|keyring\\.json", Pattern.CASE_INSENSITIVE);

    private final Path file;
    private final Path part;
    private boolean whole;

    WholeFile(Path file) throws IOException {
        this(meant(file), part(meant(file)));
    }

    private static Path meant(Path file) throws IOException {
        return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    }

    private static Path part(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "a folder");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return file;
        }
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder));
        }
        boolean own = OWN.matcher(String.valueOf(file.getFileName())).matches();
        if (own && Store.isIn(folder)) {
            throw new FileSystemException(file.toString(), null, "a store's own file");
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
            whole = false;
            throw e;
        }
    }

    /** It takes its name when it is closed, unless a write fails before. */
    void whole() {
        whole = true;
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
            if (whole && !part.equals(file)) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            if (!part.equals(file)) {
                Files.deleteIfExists(part);
            }
        }
    }
}
