package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.persistence.atrest.AtRest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code audit} on a real store. */
class AuditCommandTest {
    @TempDir Path folder;

    private final CliRun cli = new CliRun();

    private int run(String... words) {
        return cli.ops(List.of("--lang=en", "--data", folder.toString()), words);
    }

    @BeforeEach
    void something() {
        run("people", "add", "Ana", "--role", "administrator");
        run("people", "add", "Eva", "--role", "door_steward");
        cli.printed();
    }

    @Test
    void showsWhoDidWhatAndLeavesOutWhatIsNotAsked() {
        assertThat(run("--json", "audit", "show", "eva")).isZero();
        assertThat(cli.printed().lines())
                .singleElement()
                .asString()
                .contains("\"deed\":\"added\"", "\"table\":\"person\"", "\"number\":2")
                .contains("\"name\":[null,\"Eva\"]");
        assertThat(run("audit", "show", "--limit", "1")).isZero();
        assertThat(cli.printed().lines()).singleElement().asString().contains("added", "Person");
        assertThat(run("audit", "show", "--limit", "0")).isEqualTo(3);
        assertThat(run("audit", "show", "--event", "none")).isEqualTo(3);
        assertThat(run("audit", "show", "nothing of the sort")).isZero();
        assertThat(cli.said()).contains("Nothing here");
    }

    @Test
    void whatLeavesTheConsoleIsNoted() throws Exception {
        try (OpenConsole console = OpenConsole.open(folder, Clock.systemUTC())) {
            new BigEvent(3, 0).into(console);
        }
        Path out = folder.resolve("list.csv");
        assertThat(
                        run(
                                "export",
                                "attendees",
                                BigEvent.SLUG,
                                "--format",
                                "csv",
                                "--out",
                                out.toString()))
                .isZero();
        assertThat(run("--json", "audit", "show", "--event", BigEvent.SLUG, "given_out")).isZero();
        assertThat(cli.printed())
                .contains("{\"document\":[\"attendees CSV\"]}")
                .contains("\"event\":\"" + BigEvent.SLUG + '"');
        for (String read : List.of("given_out", "attendees (csv)", "took out a file")) {
            assertThat(run("audit", "show", read)).isZero();
            assertThat(cli.printed().lines())
                    .as(read)
                    .singleElement()
                    .asString()
                    .contains("  Bench  ", "document: attendees (CSV)");
        }
        assertThat(run("audit", "show", "door steward")).isZero();
        assertThat(cli.printed().lines()).singleElement().asString().contains("Eva");
        assertThat(run("audit", "show", "bench", "--deed", "given_out")).isZero();
        assertThat(cli.printed().lines()).hasSize(1);
        assertThat(run("audit", "show", "check-in list")).isZero();
        assertThat(cli.printed().lines()).isNotEmpty().allMatch(each -> each.contains("list"));
        Path csv = folder.resolve("audit.csv");
        assertThat(run("audit", "export", "--out", csv.toString())).isZero();
        assertThat(Files.readAllLines(csv).getFirst()).startsWith("at,who,device,deed,table");
        assertThat(Files.readString(csv)).contains("given_out");
    }

    @Test
    void saysThatItStandsAndWhatWasChangedBehindItsBack() throws Exception {
        assertThat(run("--json", "audit", "verify")).isZero();
        String sound = cli.printed();
        assertThat(sound).contains("\"sound\":true", "\"lines\":2", "\"unconfirmed\":0");
        String head = sound.replaceAll("(?s).*\"hash\":\"([0-9a-f]{64}).*", "$1");
        assertThat(run("audit", "verify", "--head", head)).isZero();
        assertThat(run("audit", "verify", "--head", "0".repeat(64))).isEqualTo(3);
        assertThat(run("audit", "verify", "--head", head.substring(1))).isEqualTo(3);
        assertThat(cli.said()).contains("64");
        String key = Files.readString(folder.resolve("store.key")).strip();
        AtRest atRest = new AtRest(StoreKey.of(Base64.getDecoder().decode(key)));
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:h2:%s:%s".formatted(atRest.scheme(), folder.resolve("store")),
                                "sa",
                                "");
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE audit_line SET who = 'Mara' WHERE number = 1");
        }
        assertThat(run("audit", "verify")).isEqualTo(3);
        assertThat(cli.printed()).contains("Line 1").contains("does not say what was written");
        assertThat(run("--json", "audit", "verify")).isEqualTo(3);
        assertThat(cli.printed()).contains("\"kind\":\"changed\"");
    }

    @Test
    void saysWhatNoJournalConfirms() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("journal"))) {
            for (Path each : files.toList()) {
                Files.write(each, new byte[0]);
            }
        }
        assertThat(run("audit", "verify")).isEqualTo(3);
        assertThat(cli.printed()).contains("2 lines stand in no journal");
        assertThat(cli.said()).contains("The journal is shorter");
    }
}
