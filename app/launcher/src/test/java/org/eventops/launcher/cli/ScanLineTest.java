package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eventops.domain.door.ScanKind;
import org.eventops.domain.door.ScanRequest;
import org.eventops.resources.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanLineTest {
    private static final Instant NOW = Instant.parse("2026-11-20T23:00:00Z");
    private static final ScanRequest DEFAULTS =
            new ScanRequest("", ScanKind.ENTRY, NOW, "north", Map.of("a", "1"), false, null);

    private final ScanLine lines =
            new ScanLine(Texts.of(Locale.of("en")), Set.of("north", "south"), DEFAULTS);

    @Test
    void takesFromTheOptionsWhatTheLineLeavesOut() {
        assertThat(lines.read("{\"code\":\"k3v9\"}", NOW))
                .isEqualTo(
                        new ScanRequest(
                                "k3v9",
                                ScanKind.ENTRY,
                                NOW,
                                "north",
                                Map.of("a", "1"),
                                false,
                                null));
    }

    @Test
    void whatTheLineSaysGoesBeforeTheOptions() {
        ScanRequest read =
                lines.read(
                        "{\"code\":\"k\",\"kind\":\"exit\",\"at\":\"2026-11-20T18:30:00-05:00\","
                                + "\"gate\":\"south\",\"answers\":{\"a\":\"2\",\"b\":true},"
                                + "\"allowUnpaid\":true,\"override\":\"boss\"}",
                        NOW);
        assertThat(read)
                .isEqualTo(
                        new ScanRequest(
                                "k",
                                ScanKind.EXIT,
                                Instant.parse("2026-11-20T23:30:00Z"),
                                "south",
                                Map.of("a", "2", "b", "true"),
                                true,
                                "boss"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense | not JSON",
                "[1] | not a JSON object",
                "{} | code",
                "{\"code\":7} | a text",
                "{\"code\":\"x\",\"kind\":\"sideways\"} | entry, exit",
                "{\"code\":\"x\",\"at\":\"yesterday\"} | offset",
                "{\"code\":\"x\",\"at\":\"9999-11-20T18:30:00-05:00\"} | 2199",
                "{\"code\":\"x\",\"gate\":\"west\"} | north",
                "{\"code\":\"x\",\"answers\":[]} | a JSON object",
                "{\"code\":\"x\",\"allowUnpaid\":\"yes\"} | true, false",
                "{\"code\":\"x\",\"allow_unpaid\":true} | allow_unpaid"
            })
    void saysWhatIsWrongWithALine(String line, String expected) {
        assertThatThrownBy(() -> lines.read(line, NOW))
                .isInstanceOfSatisfying(
                        CliFailure.class, f -> assertThat(f.exit()).isEqualTo(ExitCode.INPUT))
                .hasMessageContaining(expected);
    }
}
