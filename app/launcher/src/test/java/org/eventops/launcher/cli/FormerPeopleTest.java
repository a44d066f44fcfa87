package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.eventops.domain.access.Role;
import org.eventops.domain.event.EventId;
import org.eventops.domain.people.StaffMember;
import org.eventops.domain.unlock.UnlockAttempt;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.wiring.Entrance;
import org.eventops.launcher.wiring.OpenConsole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose last role is gone does not come in any more, and nobody comes in as them. */
class FormerPeopleTest {
    private static final String PASSWORD = "lluvia sobre tejado";
    private static final String OTHER = "otro tejado con lluvia";

    @TempDir Path folder;

    private final CliRun cli = new CliRun();
    private String ada = "";
    private String maria = "";

    private Path store() {
        return folder.resolve("store");
    }

    private int ops(String... words) {
        return cli.ops(List.of("--lang=en", "--data", store().toString()), words);
    }

    private void done(String... words) {
        assertThat(ops(words)).as(cli.said()).isZero();
    }

    private String file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines)).toString();
    }

    @BeforeEach
    void adaAndMaria() throws IOException {
        try (OpenConsole console = OpenConsole.open(store(), Clock.systemUTC())) {
            new BigEvent(1, 0).into(console);
            console.people().add("Ada", Role.ADMINISTRATOR, null);
            console.people().assign(event(console), "Maria Gomez", Role.DOOR_STEWARD);
            console.passwords().give("Ada", PASSWORD);
            console.passwords().give("Maria Gomez", OTHER);
        }
        ada = "--unlock-file=" + file("ada", "Ada", PASSWORD);
        maria = "--unlock-file=" + file("maria", "Maria Gomez", OTHER);
    }

    private static EventId event(OpenConsole console) {
        return console.store()
                .transactions()
                .read(() -> console.store().events().id(BigEvent.SLUG))
                .orElseThrow();
    }

    /** As when another console released her and the hub told of it. */
    private void releasedElsewhere() {
        Entrance entrance = new Entrance(store(), Clock.systemUTC());
        entrance.enter(new UnlockAttempt("Ada", PASSWORD, ""));
        try (OpenConsole console = entrance.console().orElseThrow()) {
            StaffMember member = new StaffMember(event(console), "Maria Gomez", Role.DOOR_STEWARD);
            console.store()
                    .transactions()
                    .write(
                            () -> {
                                console.store().people().release(member);
                                return member;
                            });
        }
    }

    @Test
    void whoWasReleasedOpensNothingAlsoUnderTheNameOfSomebodyNew() {
        done("events", maria);
        done("people", "release", "Maria Gomez", "--event", BigEvent.SLUG, ada);
        assertThat(ops("events", maria)).isEqualTo(4);
        assertThat(cli.said()).contains("Nobody of that name opens this store");
        done("people", "add", "maria gomez", "--role", "administrator", ada);
        assertThat(ops("events", maria)).isEqualTo(4);
        done("audit", "show", "--deed", "password_taken", ada);
        assertThat(cli.printed()).contains("Maria Gomez");
    }

    @Test
    void whoWasReleasedElsewhereOpensNothingIsListedAndComesInAsNobodyNew() {
        releasedElsewhere();
        assertThat(ops("events", maria)).isEqualTo(4);
        assertThat(cli.said()).contains("may do nothing at this console");
        done("people", "list", ada);
        assertThat(cli.printed()).contains("Maria Gomez  no role any more");
        done("people", "add", "MARIA gomez", "--role", "administrator", ada);
        assertThat(ops("events", maria)).isEqualTo(4);
        assertThat(cli.said()).contains("Nobody of that name opens this store");
    }

    @Test
    void whatWasLeftOverIsTakenAwayByName() {
        releasedElsewhere();
        done("people", "password", "maria gomez", "--remove", ada);
        assertThat(cli.printed()).contains("Maria Gomez no longer opens this store.");
        done("people", "list", ada);
        assertThat(cli.printed()).doesNotContain("Maria");
    }

    @Test
    void theListSaysWhoOpensTheStoreHoweverTheirNameIsWritten() {
        releasedElsewhere();
        Entrance entrance = new Entrance(store(), Clock.systemUTC());
        entrance.enter(new UnlockAttempt("Ada", PASSWORD, ""));
        try (OpenConsole console = entrance.console().orElseThrow()) {
            StaffMember member = new StaffMember(event(console), "maria gomez", Role.DOOR_STEWARD);
            console.store()
                    .transactions()
                    .write(
                            () -> {
                                console.store().people().assign(member);
                                return member;
                            });
        }
        done("people", "list", ada, "--json");
        assertThat(cli.printed().lines())
                .hasSize(2)
                .allMatch(line -> line.contains("\"password\":true"));
    }
}
