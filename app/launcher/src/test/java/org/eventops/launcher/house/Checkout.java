package org.eventops.launcher.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The source tree that these tests look at. */
final class Checkout {
    static final List<String> MODULES =
            List.of(
                    "domain",
                    "resources",
                    "persistence",
                    "sync",
                    "app/adapters",
                    "app/console",
                    "app/launcher");

    private Checkout() {}

    /** The folder with the root pom, wherever the test was started. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("not inside a checkout");
            }
        }
        return folder;
    }

    /** Java files of the program, without its tests. */
    static List<Path> mainSources() {
        return MODULES.stream().flatMap(m -> java(root().resolve(m + "/src/main/java"))).toList();
    }

    static List<Path> allSources() {
        return MODULES.stream()
                .flatMap(
                        m ->
                                Stream.concat(
                                        java(root().resolve(m + "/src/main/java")),
                                        java(root().resolve(m + "/src/test/java"))))
                .toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String named(Path file) {
        return root().relativize(file).toString();
    }

    private static Stream<Path> java(Path folder) {
        return files(folder, file -> file.toString().endsWith(".java")).stream();
    }

    static List<Path> files(Path folder, Predicate<Path> wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
