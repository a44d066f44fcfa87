package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eventops.launcher.bench.OwnProcess;
import org.eventops.launcher.wiring.OpenConsole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Whoever takes the disk away finds nobody's name, e-mail, telephone or code on it. */
class InTheClearTest {
    private static final List<String> SECRETS =
            List.of(
                    "Zoraida",
                    "Quiñones",
                    "zoraida.q@correo-secreto.example",
                    "3015557788",
                    "Tejidos Ocultos",
                    "KX7P2Q9ZRT",
                    "ORDEN-88XQ",
                    "alergia rarisima");

    private static final String EVENT =
            """
            {"eventops": 1,
             "event": {"slug": "gala", "name": "Gala",
               "timezone": "America/Bogota", "currency": "COP",
               "starts": "2027-03-12T20:00:00-05:00", "ends": "2027-03-13T02:00:00-05:00"},
             "products": [{"key": "general", "name": "General", "price": "1000"}],
             "lists": [{"name": "Main", "products": ["*"]}],
             "orders": [
               {"code": "ORDEN-88XQ", "status": "paid",
                "email": "zoraida.q@correo-secreto.example",
                "tickets": [
                  {"code": "KX7P2Q9ZRT", "product": "general", "note": "alergia rarisima",
                   "attendee": {"name": "Zoraida Quiñones", "company": "Tejidos Ocultos",
                     "email": "zoraida.q@correo-secreto.example", "phone": "+573015557788"}}]}]}
            """;

    @TempDir Path folder;

    private final CliRun cli = new CliRun();

    private Path store() {
        return folder.resolve("searched/store");
    }

    private int ops(String... words) {
        return cli.ops(List.of("--lang=en", "--json", "--data", store().toString()), words);
    }

    @Test
    void nothingOfAnAttendeeStandsInTheStoresFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("gala.json"), EVENT);
        assertThat(ops("import", file.toString())).as(cli.said()).isZero();
        assertThat(ops("checkin", "--event=gala", "--list=Main", "KX7P2Q9ZRT")).isZero();
        assertThat(cli.printed()).contains("ADMITTED");
        assertThat(ops("search", "--event=gala", "zoraida")).isZero();
        assertThat(cli.printed()).contains("KX7P2Q9ZRT");
        assertThat(ops("checkin", "--event=gala", "--list=Main", "KX7P2Q9ZRT-unknown")).isZero();
        Path bad =
                Files.writeString(
                        folder.resolve("bad.json"),
                        EVENT.replace("\"general\", \"note\"", "\"nothing\", \"note\""));
        assertThat(ops("import", bad.toString())).isEqualTo(3);
        LoggerFactory.getLogger(InTheClearTest.class)
                .warn(
                        "what a library says stays out of the log",
                        new IllegalStateException(new IOException("row KX7P2Q9ZRT of Zoraida")));
        try (OpenConsole console = OpenConsole.open(store(), Clock.systemUTC())) {
            console.store().snapshot();
            search("while it is open");
        }
        search("once it is closed");
        assertThat(store().resolve("logs/eventops.jsonl"))
                .content()
                .contains("stays out of the log")
                .contains("java.io.IOException");
        assertThat(store().resolve("snapshots")).isNotEmptyDirectory();
        assertThat(store().resolve("journal")).isNotEmptyDirectory();
        assertThat(ops("stats", "--event=gala")).isZero();
        search("with the counts put aside");
        assertThat(ops("backup")).isZero();
        assertThat(ops("checkin", "--event=gala", "--list=Main", "KX7P2Q9ZRT")).isZero();
        assertThat(ops("backup")).isZero();
        assertThat(store().resolve("backups")).isNotEmptyDirectory();
        search("with what was backed up");
        String backup = cli.printed().replaceAll(".*\"file\":\"([^\"]+)\".*\\n", "$1");
        assertThat(ops("restore", backup)).as(cli.said()).isZero();
        search("with what was restored, and what was there before");
    }

    /** Whoever pulls the plug and takes the machine finds nothing beside the store either. */
    @Test
    void norInTemporaryFilesWhileItWorksAndWhenItIsKilled() throws Exception {
        Path file = Files.writeString(folder.resolve("gala.json"), EVENT);
        Process imported = program("import", file.toString());
        imported.getInputStream().transferTo(OutputStream.nullOutputStream());
        assertThat(imported.waitFor()).isZero();
        Process door = program("checkin", "--stdin", "--json", "--event=gala", "--list=Main");
        try (BufferedReader answers = door.inputReader(StandardCharsets.UTF_8);
                Writer codes = door.outputWriter(StandardCharsets.UTF_8)) {
            for (String code : List.of("KX7P2Q9ZRT", "KX7P2Q9ZRT", "KX7P2Q9ZRT-unknown")) {
                codes.write("{\"code\":\"" + code + "\"}\n");
                codes.flush();
                assertThat(answers.readLine()).contains("verdict");
            }
            search("while a door works");
        } finally {
            door.destroyForcibly();
        }
        door.waitFor();
        search("once it was killed");
    }

    /** As somebody starts it, with temporary files where the test looks for them. */
    private Process program(String... words) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("searched/temporary"));
        List<String> all = new ArrayList<>(List.of("--data", store().toString()));
        all.addAll(0, List.of(words));
        return OwnProcess.start(List.of("-Djava.io.tmpdir=" + temporary), all);
    }

    private void search(String when) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve("searched"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                for (String secret : SECRETS) {
                    if (stands(secret, bytes)) {
                        found.add(folder.relativize(file) + ": " + secret);
                    }
                }
            }
        }
        assertThat(found).as(when).isEmpty();
    }

    /** As any program would write it, in any case. */
    private static boolean stands(String secret, byte[] bytes) {
        for (Charset each :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.ISO_8859_1,
                        StandardCharsets.UTF_16BE,
                        StandardCharsets.UTF_16LE)) {
            String text = new String(bytes, each).toLowerCase(Locale.ROOT);
            if (text.contains(secret.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
