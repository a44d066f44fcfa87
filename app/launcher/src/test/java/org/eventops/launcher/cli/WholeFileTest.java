package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
    void whatIsNoFileStaysWhatItIs() throws IOException {
        Path nothing = Path.of("/dev/null");
        if (Files.exists(nothing)) {
            Path link = Files.createSymbolicLink(folder.resolve("nothing"), nothing);
            write(link, true);
            assertThat(nothing).isNotEqualTo(link);
            assertThat(Files.isRegularFile(nothing)).isFalse();
            assertThat(link).isSymbolicLink();
        }
    }
}
