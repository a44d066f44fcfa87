package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code people} on a real store. */
class PeopleCommandTest {
    @TempDir Path folder;

    private final CliRun cli = new CliRun();

    private int people(String... words) {
        return cli.ops(
                List.of("--lang=en", "--json", "--data", folder.toString(), "people"), words);
    }

    private String printed() {
        return cli.printed();
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
                        "{\"name\":\"Ana\",\"role\":\"administrator\",\"email\":\"ana@correo.co\",\"password\":false,\"secondFactor\":false}",
                        "{\"name\":\"Eva\",\"role\":\"door_supervisor\",\"email\":null,\"password\":false,\"secondFactor\":false}");
    }

    @Test
    void whatWillNotDoIsSaidAndChangesNothing() {
        people("add", "Ana", "--role", "administrator");
        assertThat(people("add", "ANA", "--role", "sponsor")).isEqualTo(3);
        assertThat(cli.said()).contains("ANA: There is a person of that name already.");
        assertThat(people("add", "Eva", "--role", "chief")).isEqualTo(2);
        assertThat(people("role", "Ana", "--role", "sponsor")).isEqualTo(3);
        assertThat(people("role", "Eva", "--role", "sponsor")).isEqualTo(3);
        people("list");
        assertThat(printed().lines()).hasSize(1);
    }
}
