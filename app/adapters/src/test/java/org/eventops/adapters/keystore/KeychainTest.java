package org.eventops.adapters.keystore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.eventops.domain.unlock.KeptSecret;
import org.eventops.domain.unlock.KeyStoreProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Against a program that answers as macOS documents its own to; the real one is only there. What is
 * held is what is ours: which words it gets, that the secret is typed, what its answers mean.
 */
@DisabledOnOs(OS.WINDOWS)
class KeychainTest {
    private static final String SECRET = "MDEyMzQ1Njc4OWFiY2RlZg+/=";

    @TempDir Path folder;

    private Keychain keychain() {
        return new Keychain(folder.resolve("security").toString());
    }

    @BeforeEach
    void program() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("security"),
                        """
                        #!/bin/sh
                        cd '%s' && echo "$@" >> words
                        test -f shut && exit 36
                        case "$1" in
                        -i) read -r typed; echo "$typed" >> typed; echo "${typed##* }" > kept ;;
                        find-generic-password) test -f kept && cat kept || exit 44 ;;
                        delete-generic-password) test -f kept && rm kept || exit 44 ;;
                        esac
                        """
                                .formatted(folder));
        Files.setPosixFilePermissions(file, Set.of(PosixFilePermission.values()));
    }

    @Test
    void theSecretIsTypedAndNeverAWordOfTheCommandLine() throws IOException {
        assertThat(keychain().put("0a1b", SECRET)).isEmpty();
        assertThat(keychain().get("0a1b")).isEqualTo(new KeptSecret.Found(SECRET));
        assertThat(folder.resolve("words")).content().doesNotContain(SECRET);
        assertThat(folder.resolve("typed"))
                .content()
                .startsWith("add-generic-password -U ")
                .contains(" -s 0a1b ", " -w " + SECRET);
    }

    @Test
    void whatIsGoneShutOrNotThereIsToldApart() throws IOException {
        assertThat(keychain().get("0a1b")).isEqualTo(missing(KeyStoreProblem.EMPTY));
        assertThat(keychain().remove("0a1b")).as("never there").isEmpty();
        assertThat(keychain().put("0a1b", SECRET)).isEmpty();
        assertThat(keychain().remove("0a1b")).isEmpty();
        assertThat(keychain().get("0a1b")).isEqualTo(missing(KeyStoreProblem.EMPTY));
        Files.createFile(folder.resolve("shut"));
        assertThat(keychain().put("0a1b", SECRET)).contains(KeyStoreProblem.LOCKED);
        assertThat(keychain().get("0a1b")).isEqualTo(missing(KeyStoreProblem.LOCKED));
        assertThat(keychain().remove("0a1b")).contains(KeyStoreProblem.LOCKED);
        assertThat(new Keychain(folder.resolve("none").toString()).get("0a1b"))
                .isEqualTo(missing(KeyStoreProblem.ABSENT));
    }

    private static KeptSecret missing(KeyStoreProblem why) {
        return new KeptSecret.Missing(why);
    }
}
