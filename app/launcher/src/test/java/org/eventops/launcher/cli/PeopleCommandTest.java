package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code people} on a real store. */
class PeopleCommandTest {
    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int people(String... words) {
        out.reset();
        err.reset();
        List<String> arguments =
                new ArrayList<>(List.of("--lang=en", "--json", "--data", folder.toString()));
        arguments.add("people");
        arguments.addAll(List.of(words));
        String[] line = arguments.toArray(String[]::new);
        Output output =
                new Output(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        true);
        return CommandLineRun.of(line, output, Clock.systemUTC()).execute(line).orElse(-1);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void addsListsAndChanges() {
        assertThat(people("list")).isZero();
        assertThat(printed()).isEmpty();
        assertThat(people("add", "Ana", "--role", "administrator", "--email", "ana@correo.co"))
                .isZero();
        assertThat(people("add", "Eva", "--role", "door_steward")).isZero();
        assertThat(people("role", "eva", "--role", "DOOR_SUPERVISOR")).isZero();
        assertThat(printed()).contains("\"name\":\"Eva\"").contains("\"role\":\"door_supervisor\"");
        assertThat(people("list")).isZero();
        assertThat(printed().lines())
                .containsExactly(
                        "{\"name\":\"Ana\",\"role\":\"administrator\",\"email\":\"ana@correo.co\"}",
                        "{\"name\":\"Eva\",\"role\":\"door_supervisor\",\"email\":null}");
    }

    @Test
    void whatWillNotDoIsSaidAndChangesNothing() {
        people("add", "Ana", "--role", "administrator");
        assertThat(people("add", "ANA", "--role", "sponsor")).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("ANA: There is a person of that name already.");
        assertThat(people("add", "Eva", "--role", "chief")).isEqualTo(2);
        assertThat(people("role", "Ana", "--role", "sponsor")).isEqualTo(3);
        assertThat(people("role", "Eva", "--role", "sponsor")).isEqualTo(3);
        people("list");
        assertThat(printed().lines()).hasSize(1);
    }
}
