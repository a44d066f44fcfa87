package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.wiring.OpenConsole;
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
                        "{\"name\":\"Ana\",\"role\":\"administrator\",\"email\":\"ana@correo.co\",\"at\":{},\"password\":false,\"secondFactor\":false}",
                        "{\"name\":\"Eva\",\"role\":\"door_supervisor\",\"email\":null,\"at\":{},\"password\":false,\"secondFactor\":false}");
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

    @Test
    void whoWorksAtOneEventIsListedWithItUntilReleased() {
        try (OpenConsole console = OpenConsole.open(folder, Clock.systemUTC())) {
            new BigEvent(1, 0).into(console);
        }
        String slug = BigEvent.SLUG;
        assertThat(people("add", "Eva", "--role", "door_steward", "--event", slug)).isZero();
        assertThat(people("role", "EVA", "--role", "door_supervisor", "--event", slug)).isZero();
        assertThat(people("list")).isZero();
        assertThat(printed())
                .isEqualToIgnoringNewLines(
                        "{\"name\":\"Eva\",\"role\":null,\"email\":null,\"at\":{\"%s\":\"door_supervisor\"},\"password\":false,\"secondFactor\":false}"
                                .formatted(slug));
        assertThat(people("add", "Eva", "--role", "door_steward", "--event", "none")).isEqualTo(3);
        assertThat(cli.said()).contains("--event").contains(slug);
        assertThat(people("release", "Nadie", "--event", slug)).isEqualTo(3);
        assertThat(people("release", "eva", "--event", slug)).isZero();
        assertThat(people("list")).isZero();
        assertThat(printed()).isEmpty();
    }
}
