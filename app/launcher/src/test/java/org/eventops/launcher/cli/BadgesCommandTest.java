package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eventops.domain.badge.BadgeOutput;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.wiring.OpenConsole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The badge commands on a real store. */
class BadgesCommandTest {
    @TempDir Path folder;

    private final CliRun cli = new CliRun();

    @BeforeEach
    void fill() {
        try (OpenConsole console = console()) {
            new BigEvent(20, 4).into(console);
        }
    }

    private OpenConsole console() {
        return OpenConsole.open(folder.resolve("store"), Clock.systemUTC());
    }

    private int ops(String... words) {
        return cli.ops(List.of("--lang=en", "--data", folder.resolve("store").toString()), words);
    }

    private int print(String... words) {
        List<String> line = new ArrayList<>(List.of("badges", "print", "--event", BigEvent.SLUG));
        line.addAll(List.of(words));
        return ops(line.toArray(String[]::new));
    }

    private List<String> lines() {
        return cli.printed().lines().toList();
    }

    private String said() {
        return cli.said();
    }

    @Test
    void writesEachBadgeOnceUnlessAskedAgain() throws IOException {
        Path pdf = folder.resolve("one.pdf");
        String code = BigEvent.code(3);
        assertThat(print("--ticket", code, "--out", pdf.toString(), "--json")).isZero();
        assertThat(lines())
                .singleElement()
                .asString()
                .contains("\"code\":\"" + code, "\"outcome\":\"printed\"", "\"copy\":1");
        assertThat(Files.readString(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        Files.delete(pdf);
        assertThat(print("--ticket", code, "--out", pdf.toString(), "--json")).isZero();
        assertThat(lines().getFirst()).contains("\"outcome\":\"already_printed\"");
        assertThat(pdf).doesNotExist();
        print("--ticket", code, "--out", pdf.toString(), "--json", "--reprint");
        assertThat(lines().getFirst()).contains("\"outcome\":\"printed\"", "\"copy\":2");
        assertThat(pdf).exists();
    }

    @Test
    void printsEverybodyInOneDocument() {
        assertThat(print("--all", "--out", folder.resolve("all.pdf").toString(), "--json"))
                .isZero();
        assertThat(lines())
                .hasSizeGreaterThan(10)
                .allSatisfy(line -> assertThat(line).contains("\"outcome\":\"printed\""));
    }

    @Test
    void aPrinterThatIsNotThereFailsAndTheBadgeIsStillOwed() {
        try (OpenConsole console = console()) {
            console.badges().place().choose(new BadgeOutput.Printer("Gone"));
        }
        String code = BigEvent.code(4);
        assertThat(print("--ticket", code, "--json")).isEqualTo(4);
        assertThat(lines().getFirst()).contains("\"outcome\":\"failed\"", "Gone");
        Path pdf = folder.resolve("late.pdf");
        assertThat(print("--ticket", code, "--out", pdf.toString(), "--json")).isZero();
        assertThat(lines().getFirst()).contains("\"outcome\":\"printed\"", "\"copy\":1");
    }

    @Test
    void aFileThatCannotBeWrittenFails() {
        Path nowhere = folder.resolve("no/such/folder/x.pdf");
        assertThat(print("--ticket", BigEvent.code(5), "--out", nowhere.toString(), "--json"))
                .isEqualTo(4);
        assertThat(lines().getFirst()).contains("\"outcome\":\"failed\"");
    }

    @Test
    void saysWhatIsMissingOrUnknown() {
        assertThat(print()).isEqualTo(2);
        assertThat(said()).contains("--ticket", "--order", "--all");
        assertThat(print("--all")).isEqualTo(2);
        assertThat(said()).contains("--printer", "--out");
        assertThat(print("--all", "--printer", "Nowhere")).isEqualTo(3);
        assertThat(said()).contains("Nowhere");
        assertThat(print("--order", "NOPE", "--out", "x.pdf")).isEqualTo(3);
        assertThat(said()).contains("--order", "NOPE");
    }

    @Test
    void aLayoutGoesOutAndComesBackChanged() throws IOException {
        Path file = folder.resolve("layout.json");
        assertThat(ops("badges", "layout", "--event", BigEvent.SLUG, "--out", file.toString()))
                .isZero();
        String changed = Files.readString(file).replace("\"width\" : 90.0", "\"width\" : 95.5");
        Files.writeString(file, changed);
        String[] take = {
            "badges", "layout", "--event", BigEvent.SLUG, "--in", file.toString(), "--json"
        };
        assertThat(ops(take)).isZero();
        assertThat(lines().getFirst()).contains("\"width\":95.5", "\"elements\":5");
        assertThat(ops("badges", "layout", "--event", BigEvent.SLUG)).isZero();
        assertThat(String.join("\n", lines()) + "\n").isEqualTo(changed);
        Files.writeString(file, changed.replace("95.5", "9555"));
        assertThat(ops(take)).isEqualTo(3);
        assertThat(said()).contains("$.width", "9555", "20", "300");
    }

    @Test
    void listsThePrintersThereAre() {
        assertThat(ops("badges", "printers", "--json")).isZero();
        assertThat(lines()).allSatisfy(line -> assertThat(line).contains("\"printer\":"));
    }
}
