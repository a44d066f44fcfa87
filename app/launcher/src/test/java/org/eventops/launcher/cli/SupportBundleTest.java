package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eventops.domain.change.StoreException;
import org.eventops.launcher.log.CrashReport;
import org.eventops.launcher.log.LogFacts;
import org.eventops.launcher.log.LogFile;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.persistence.audit.DeviceName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Whoever reads a support archive learns what went wrong, and nothing of anybody. */
class SupportBundleTest {
    private static final List<String> SECRETS =
            List.of(
                    "Zoraida",
                    "Quiñones",
                    "zoraida.q@correo-secreto.example",
                    "3015557788",
                    "Tejidos Ocultos",
                    "KX7P2Q9ZRT",
                    "ORDEN-88XQ",
                    "alergia rarisima",
                    "Gala Sorpresa",
                    "gala-sorpresa",
                    "Palacio Escondido",
                    "Baltasar",
                    "Leonor",
                    "Impresora de Ximena",
                    "Caja de Ximena",
                    "ximena:clave",
                    "carpeta-de-ximena");

    private static final String EVENT =
            """
            {"eventops": 1,
             "event": {"slug": "gala-sorpresa", "name": "Gala Sorpresa",
               "timezone": "America/Bogota", "currency": "COP",
               "city": "Palacio Escondido",
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
        return folder.resolve("carpeta-de-ximena");
    }

    private Path zip() {
        return folder.resolve("support.zip");
    }

    private int ops(String... words) {
        return cli.ops(
                List.of("--lang=es", "--offline", "--json", "--data", store().toString()), words);
    }

    /** Everything that is to be found, as {@code import} and a person at work bring it. */
    private void fill() throws IOException {
        Path file = Files.writeString(folder.resolve("gala.json"), EVENT);
        assertThat(ops("import", file.toString())).as(cli.said()).isZero();
        assertThat(ops("people", "add", "Baltasar", "--role=door_supervisor"))
                .as(cli.said())
                .isZero();
        String[] scan = {"checkin", "--event=gala-sorpresa", "--list=Main", "KX7P2Q9ZRT"};
        assertThat(ops(scan)).as(cli.said()).isZero();
        assertThat(ops("search", "--event=gala-sorpresa", "zoraida")).isZero();
        try (OpenConsole console = OpenConsole.open(store(), Clock.systemUTC())) {
            Map<String, String> settings =
                    Map.of(
                            DeviceName.SETTING,
                            "Caja de Ximena",
                            "place.camera",
                            "http://ximena:clave@10.0.0.7/video",
                            "print.badges.to",
                            "printer:Impresora de Ximena",
                            "console.language",
                            "es",
                            "console.theme",
                            "Caja de Ximena");
            console.store()
                    .transactions()
                    .write(
                            () -> {
                                settings.forEach(console.store().settings()::put);
                                return true;
                            });
        }
    }

    /** What a person's data could slip through. */
    private String provoke() {
        LogFile.in(store());
        IllegalStateException bug =
                new IllegalStateException(
                        "row of Zoraida Quiñones", new IOException("KX7P2Q9ZRT of Baltasar"));
        String code = CrashReport.of(bug);
        CrashReport.of(
                new StoreException(
                        StoreException.Problem.FAILED, "carpeta-de-ximena", new IOException()));
        LoggerFactory.getLogger("com.example.library").warn("row of Zoraida in Palacio Escondido");
        LoggerFactory.getLogger(SupportBundleTest.class)
                .atError()
                .addKeyValue("kind", "Zoraida")
                .addKeyValue("who", "Baltasar")
                .log("seen: {}", "Gala Sorpresa");
        return code;
    }

    private Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (InputStream file = Files.newInputStream(zip());
                ZipInputStream in = new ZipInputStream(file)) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                in.transferTo(content);
                entries.put(each.getName(), content.toByteArray());
            }
        }
        return entries;
    }

    private static String text(Map<String, byte[]> entries, String name) {
        return new String(entries.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static void nothingOfAnybody(Map<String, byte[]> entries) {
        List<String> found = new ArrayList<>();
        String user = System.getProperty("user.home");
        List<String> secrets = Stream.concat(SECRETS.stream(), Stream.of(user)).toList();
        entries.forEach(
                (name, bytes) ->
                        secrets.stream()
                                .filter(secret -> name.contains(secret) || stands(secret, bytes))
                                .forEach(secret -> found.add(name + ": " + secret)));
        assertThat(found).isEmpty();
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

    @Test
    void tellsWhatWentWrongAndNothingOfAnybody() throws IOException {
        fill();
        String code = provoke();
        assertThat(ops("doctor", "--bundle", zip().toString())).as(cli.said()).isZero();
        assertThat(cli.printed()).contains("\"check\":\"log\"").contains("\"bundle\":");
        Map<String, byte[]> entries = entries();
        assertThat(entries.keySet())
                .contains(
                        "README.txt",
                        "made.json",
                        "program.json",
                        "folder.json",
                        "threads.txt",
                        "health.json",
                        "store.json",
                        "settings.json",
                        "sync.json",
                        "logs/eventops.jsonl",
                        "missing.json");
        nothingOfAnybody(entries);
        JsonNode rows = new ObjectMapper().readTree(text(entries, "store.json")).path("rows");
        assertThat(rows.path("TICKET").asInt()).isEqualTo(1);
        assertThat(rows.path("PERSON").asInt()).isEqualTo(1);
        assertThat(text(entries, "settings.json"))
                .contains("\"console.language\" : \"es\"")
                .doesNotContain("console.theme");
        assertThat(text(entries, "logs/eventops.jsonl"))
                .contains("\"code\":\"" + code + "\"")
                .contains("\"kind\":\"BUG\"", "\"kind\":\"ENVIRONMENT\"")
                .contains("\"message\":\"seen: {}\"")
                .contains("SupportBundleTest.provoke");
        assertThat(text(entries, "health.json"))
                .contains("\"operation\" : \"store.read\"", "\"check\" : \"log\"");
        assertThat(text(entries, "missing.json")).isEqualTo("[ ]");
        assertThat(text(entries, "README.txt")).contains("Archivo de soporte", "threads.txt");
    }

    @Test
    void everyLineOfTheLogIsOneJsonObjectAndTellsKindAndCode() throws IOException {
        Files.createDirectories(store());
        UUID event = new UUID(7, 7);
        LogFacts.event(event);
        String code = provoke();
        List<String> lines = Files.readAllLines(store().resolve("logs/eventops.jsonl"));
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> parsed = new ArrayList<>();
        for (String line : lines) {
            parsed.add(json.readTree(line));
        }
        assertThat(parsed).isNotEmpty().allMatch(JsonNode::isObject);
        assertThat(parsed.getFirst().path("kvpList").toString()).contains("BUG", code);
        assertThat(parsed)
                .allMatch(
                        line ->
                                line.at("/context/properties/event")
                                        .asText()
                                        .equals(event.toString()));
        assertThat(code).matches("[0-9A-F]{4}-[0-9A-F]{4}");
    }

    @Test
    void isMadeAlsoWhereAnotherConsoleHoldsTheStore() throws IOException {
        fill();
        try (OpenConsole other = OpenConsole.open(store(), Clock.systemUTC())) {
            assertThat(other.away()).isFalse();
            assertThat(ops("doctor", "--bundle", zip().toString())).isEqualTo(4);
        }
        Map<String, byte[]> entries = entries();
        nothingOfAnybody(entries);
        assertThat(text(entries, "store.json")).contains("IN_USE");
        assertThat(text(entries, "folder.json")).contains("database", "journal");
        assertThat(entries.keySet()).contains("logs/eventops.jsonl").doesNotContain("sync.json");
    }

    @Test
    void isMadeAlsoOfAStoreWithoutItsPassword() throws IOException {
        fill();
        Path password = Files.writeString(folder.resolve("password"), "otro tejado con lluvia");
        assertThat(ops("people", "add", "Leonor", "--role=administrator")).isZero();
        assertThat(ops("people", "password", "Leonor", "--password-file", password.toString()))
                .as(cli.said())
                .isZero();
        assertThat(ops("doctor", "--bundle", zip().toString())).isEqualTo(4);
        Map<String, byte[]> entries = entries();
        nothingOfAnybody(entries);
        assertThat(text(entries, "store.json")).contains("PROTECTED");
    }

    @Test
    void isMadeAlsoWhereEveryFileIsDamaged() throws IOException {
        fill();
        try (Stream<Path> files = Files.walk(store())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.startsWith(store().resolve("logs"))) {
                    Files.writeString(file, "Zoraida KX7P2Q9ZRT");
                }
            }
        }
        int status = ops("doctor", "--bundle", zip().toString());
        assertThat(status).as(cli.said()).isIn(0, 4);
        nothingOfAnybody(entries());
    }

    @Test
    void doesNotWriteOverWhatIsThere() throws IOException {
        Files.writeString(zip(), "kept");
        assertThat(ops("doctor", "--bundle", zip().toString())).isEqualTo(3);
        assertThat(zip()).hasContent("kept");
        assertThat(store()).doesNotExist();
    }
}
