package org.eventops.adapters.keystore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eventops.domain.unlock.KeptSecret;
import org.eventops.domain.unlock.KeyStoreProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With two accounts whose bytes only they get back, as Windows has them. */
class ProtectedFilesTest {
    private static final String PLACE = "0a1b2c3d";

    @TempDir Path folder;

    private Path keys() {
        return folder.resolve("EventOps keys");
    }

    private ProtectedFiles of(String account) {
        return new ProtectedFiles(keys(), new Account(account));
    }

    @Test
    void whatIsKeptComesBackToTheSameAccountOnly() throws IOException {
        assertThat(of("ana").get(PLACE)).isEqualTo(missing());
        assertThat(of("ana").put(PLACE, "first")).isEmpty();
        assertThat(of("ana").put(PLACE, "second")).isEmpty();
        assertThat(of("ana").get(PLACE)).isEqualTo(new KeptSecret.Found("second"));
        assertThat(of("luis").get(PLACE)).isEqualTo(missing());
        assertThat(of("ana").get("99")).isEqualTo(missing());
        Path kept = keys().resolve(PLACE + ".key");
        Files.copy(kept, keys().resolve("99.key"));
        assertThat(of("ana").get("99")).as("another store's").isEqualTo(missing());
        Files.writeString(kept, "changed");
        assertThat(of("ana").get(PLACE)).isEqualTo(missing());
        assertThat(of("ana").remove(PLACE)).isEmpty();
        assertThat(kept).doesNotExist();
        assertThat(of("ana").remove(PLACE)).as("never there").isEmpty();
    }

    @Test
    void aFolderThatCannotBeUsedIsSaid() throws IOException {
        Files.writeString(keys(), "a file where the folder should be");
        assertThat(of("ana").put(PLACE, "secret")).contains(KeyStoreProblem.ABSENT);
        assertThat(of("ana").get(PLACE)).isEqualTo(new KeptSecret.Missing(KeyStoreProblem.ABSENT));
    }

    /** This system has none of it: it says so, and nothing is written. */
    @Test
    void whereWindowsIsNotThereNothingIsKept() {
        ProtectedFiles here = new ProtectedFiles(keys(), new WindowsProtection());
        if (System.getProperty("os.name").startsWith("Windows")) {
            assertThat(here.put(PLACE, "secret")).isEmpty();
            assertThat(here.get(PLACE)).isEqualTo(new KeptSecret.Found("secret"));
            return;
        }
        assertThat(here.put(PLACE, "secret")).contains(KeyStoreProblem.ABSENT);
        assertThat(keys()).doesNotExist();
    }

    private static KeptSecret missing() {
        return new KeptSecret.Missing(KeyStoreProblem.EMPTY);
    }

    /** Not secret at all, but each account's bytes are its own. */
    private record Account(String name) implements Protection {
        @Override
        public Optional<byte[]> protect(byte[] bytes, String use) {
            return Optional.of((begin(use) + text(bytes)).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Optional<byte[]> open(byte[] bytes, String use) {
            String begin = begin(use);
            return Optional.of(text(bytes))
                    .filter(each -> each.startsWith(begin))
                    .map(each -> each.substring(begin.length()).getBytes(StandardCharsets.UTF_8));
        }

        private String begin(String use) {
            return name + "/" + use + "/";
        }

        private static String text(byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
