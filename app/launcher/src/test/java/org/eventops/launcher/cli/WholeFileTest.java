package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir Path folder;

    private static void write(Path file, boolean whole) throws IOException {
        try (WholeFile out = new WholeFile(file)) {
            out.write(new byte[] {'n', 'e', 'w'});
            if (whole) {
                out.whole();
            }
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatNobodyCalledWholeLeavesNothingAndWhatWasThereAsItWas() throws IOException {
        write(folder.resolve("a"), false);
        assertThat(names()).isEmpty();
        Path there = Files.writeString(folder.resolve("b"), "old");
        write(there, false);
        assertThat(there).hasContent("old");
        write(there, true);
        assertThat(there).hasContent("new");
        assertThat(names()).containsExactly("b");
    }

    @Test
    void aLinkStaysOneAndWhatItMeansIsWritten() throws IOException {
        Path meant = Files.writeString(folder.resolve("meant"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), meant);
        write(link, true);
        assertThat(link).isSymbolicLink().hasContent("new");
        assertThat(meant).hasContent("new");
    }

    /** A device or pipe is written to; it never becomes a file. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatIsNoFileStaysWhatItIs() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();
        try {
            write(pipe, true);
            assertThat(reader.waitFor(30, TimeUnit.SECONDS)).as("somebody wrote to it").isTrue();
            assertThat(reader.inputReader(StandardCharsets.US_ASCII).readLine()).isEqualTo("new");
        } finally {
            reader.destroyForcibly();
        }
        assertThat(Files.isRegularFile(pipe)).isFalse();
        assertThat(names()).containsExactly("pipe");
    }

    @Test
    void aFolderAndAStoresOwnFilesAreLeftAsTheyAre() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> new WholeFile(empty)).isInstanceOf(IOException.class);
        assertThat(empty).isEmptyDirectory();
        Files.writeString(folder.resolve("store.seal"), "seal");
        Path key = Files.writeString(folder.resolve("store.key"), "key");
        assertThatThrownBy(() -> new WholeFile(key)).isInstanceOf(IOException.class);
        assertThat(key).hasContent("key");
    }
}
