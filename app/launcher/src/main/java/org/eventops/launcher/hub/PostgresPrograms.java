package org.eventops.launcher.hub;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's own programs: they come packed with this one, and are unpacked once. */
final class PostgresPrograms {
    private final Path folder;

    private PostgresPrograms(Path folder) {
        this.folder = folder;
    }

    /**
     * @param parent where they are unpacked, unless they are there already
     */
    static PostgresPrograms in(Path parent) throws HubFailure {
        Path folder = parent.resolve("postgres");
        try {
            if (!Files.exists(folder)) {
                unpack(parent, folder);
            }
            return new PostgresPrograms(folder);
        } catch (IOException e) {
            throw new HubFailure(HubFailure.Kind.FOLDER, parent.toString(), e);
        }
    }

    String path(String program) {
        boolean windows = system().equals("windows");
        return folder.resolve("bin").resolve(windows ? program + ".exe" : program).toString();
    }

    /** Under another name first: a folder of that name is whole. */
    private static void unpack(Path parent, Path folder) throws IOException, HubFailure {
        String name = "/postgres-" + system() + "-" + processor() + ".txz";
        try (InputStream packed = PostgresPrograms.class.getResourceAsStream(name)) {
            if (packed == null) {
                throw new HubFailure(HubFailure.Kind.NO_PROGRAMS, name.substring(1));
            }
            Path writing = parent.resolve("postgres.writing");
            delete(writing);
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(
                            new XZCompressorInputStream(new BufferedInputStream(packed)))) {
                for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
                    unpack(tar, e, writing);
                }
            }
            Files.move(writing, folder, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
            throws IOException {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
            throw new IOException("outside of its folder: " + entry.getName());
        }
        Files.createDirectories(entry.isDirectory() ? file : file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(tar, file);
            if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true)) {
                throw new IOException("cannot be made a program: " + file);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
                for (Path each : deepestFirst) {
                    Files.delete(each);
                }
            }
        }
    }

    static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("win") && !name.contains("darwin")
                ? "windows"
                : name.contains("mac") ? "darwin" : "linux";
    }

    private static String processor() {
        String name = System.getProperty("os.arch");
        return name.equals("aarch64") ? "arm_64" : "x86_64";
    }
}
