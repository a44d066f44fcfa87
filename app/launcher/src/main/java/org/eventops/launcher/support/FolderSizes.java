package org.eventops.launcher.support;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How much lies where in a data folder, also while its store is shut; no name that is not ours. */
final class FolderSizes {
    private static final Set<String> FOLDERS =
            Set.of("journal", "snapshots", "tallies", "logs", "hub", "keys", "sync");
    private static final String DATABASE = "store" + ".mv.db";

    private FolderSizes() {}

    /** For each kind of file how many there are, and their bytes. */
    static Map<String, Map<String, Long>> of(Path dataFolder) throws IOException {
        Map<String, Map<String, Long>> sizes = new TreeMap<>();
        if (Files.isDirectory(dataFolder)) {
            Files.walkFileTree(dataFolder, new Counting(dataFolder, sizes));
        }
        return sizes;
    }

    private static final class Counting extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Map<String, Map<String, Long>> sizes;

        Counting(Path root, Map<String, Map<String, Long>> sizes) {
            this.root = root;
            this.sizes = sizes;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            Map<String, Long> kind = sizes.computeIfAbsent(kind(file), name -> new TreeMap<>());
            kind.merge("files", 1L, Long::sum);
            kind.merge("bytes", attributes.size(), Long::sum);
            return FileVisitResult.CONTINUE;
        }

        /** What is gone, or shut, while it is counted is not there. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            sizes.computeIfAbsent("unreadable", name -> new TreeMap<>())
                    .merge("files", 1L, Long::sum);
            return FileVisitResult.CONTINUE;
        }

        private String kind(Path file) {
            String first = root.relativize(file).getName(0).toString();
            if (first.equals(DATABASE)) {
                return "database";
            }
            return FOLDERS.contains(first) ? first : "other";
        }
    }
}
