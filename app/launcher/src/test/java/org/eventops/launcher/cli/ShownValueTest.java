package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownValueTest {
    @TempDir Path folder;

    private final CliRun cli = new CliRun();

    private void refused(String... words) {
        assertThat(cli.ops(List.of("--lang=en", "--data", folder.toString()), words)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "'Ana\u001b[31m', 'Ana\\u{1b}[31m'",
        "'Ana\u202eaneP', 'Ana\\u{202e}aneP'",
        "'Ana\u2028\n', 'Ana\\u{2028}\\u{a}'",
        "'Peña \uD83D\uDE00', 'Peña \uD83D\uDE00'"
    })
    void whatCannotBeSeenIsWrittenOut(String typed, String shown) {
        assertThat(ShownValue.of(typed)).isEqualTo(shown);
    }

    @Test
    void whatIsTooLongIsCut() {
        String longest = "ñ".repeat(ShownValue.LONGEST);
        assertThat(ShownValue.of(longest)).isEqualTo(longest);
        assertThat(ShownValue.of(longest + "o")).isEqualTo(longest + "…");
    }

    @Test
    void noRefusalDoesAnythingToTheTerminal() {
        String typed = "Eva\u001b[2J\u202e" + "a".repeat(5000);
        refused("people", "add", typed, "--role", "sponsor");
        quoted();
        refused("people", "password", typed, "--remove");
        quoted();
        refused("people", "add", "Eva", "--role", "sponsor", "--event", typed);
        quoted();
        refused("people", "add", "Eva", "--role", typed);
        quoted();
        refused("people", typed, "--nothing");
        quoted();
        assertThat(cli.ops(List.of("--lang=" + typed), "events")).isPositive();
        quoted();
    }

    private void quoted() {
        assertThat(cli.said()).contains("Eva\\u{1b}[2J\\u{202e}aaa").hasSizeLessThan(1000);
        assertThat(cli.said()).doesNotContain("\u001b").doesNotContain("\u202e");
    }
}
