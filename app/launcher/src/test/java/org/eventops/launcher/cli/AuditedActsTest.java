package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eventops.domain.people.PinCheck;
import org.eventops.domain.unlock.Entry;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.domain.unlock.UnlockAttempt;
import org.eventops.domain.unlock.UnlockOutcome;
import org.eventops.launcher.wiring.Entrance;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.persistence.atrest.AtRest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do that changes no row, as the audit of a real store tells it. */
class AuditedActsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "lluvia sobre tejado";
    private static final String GALA =
            """
            {"eventops": 1, "event": {
              "slug": "gala", "name": "Gala", "type": "concert", "status": "completed",
              "timezone": "America/Bogota", "currency": "COP",
              "starts": "2020-11-20T19:00:00-05:00", "ends": "2020-11-20T23:00:00-05:00"},
             "products": [{"key": "general", "name": "General", "price": "10000.00"}],
             "orders": [
              {"code": "O1", "status": "paid", "tickets": [
                {"code": "T1", "product": "general", "attendee": {"name": "Rosa Peña",
                 "email": "rosa@one.example"}}]},
              {"code": "O2", "status": "paid", "tickets": [
                {"code": "T2", "product": "general", "attendee": {"name": "Luis Mora",
                 "email": "luis@two.example"}}]}]}
            """;

    @TempDir Path folder;

    private final CliRun cli = new CliRun();

    private Path store() {
        return folder.resolve("store");
    }

    private int ops(String... words) {
        return cli.ops(List.of("--lang=en", "--json", "--data", store().toString()), words);
    }

    private void done(String... words) {
        assertThat(ops(words)).as(cli.said()).isZero();
    }

    private String file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines)).toString();
    }

    private String unlock(String... lines) throws IOException {
        return "--unlock-file=" + file("unlock", lines);
    }

    private void protect() throws IOException {
        done("people", "add", "Ana", "--role", "administrator");
        done("people", "password", "Ana", "--password-file", file("password", PASSWORD));
    }

    /** The lines that an answer has, the oldest first. */
    private List<JsonNode> lines(String... show) throws IOException {
        done(show);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : cli.printed().lines().toList()) {
            lines.addFirst(JSON.readTree(line));
        }
        return lines;
    }

    private List<JsonNode> notes(String... unlock) throws IOException {
        List<String> words = new ArrayList<>(List.of("audit", "show"));
        words.addAll(List.of(unlock));
        return lines(words.toArray(String[]::new)).stream()
                .filter(each -> each.get("table").isNull())
                .toList();
    }

    private static List<String> deeds(List<JsonNode> lines) {
        return lines.stream().map(each -> each.get("deed").asText()).toList();
    }

    private static String detail(JsonNode line, String name) {
        return line.path("details").path(name).asText();
    }

    @Test
    void whatWasWrongBeforeTheDoorIsWrittenOnceByWhoeverComesIn() throws IOException {
        protect();
        assertThat(ops("events", unlock("Ana", "lluvia"))).isEqualTo(4);
        assertThat(ops("events", unlock("Ana", "tejado"))).isEqualTo(4);
        assertThat(ops("events", unlock(PASSWORD, PASSWORD))).isEqualTo(4);
        String ana = unlock("Ana", PASSWORD);
        List<JsonNode> lines = notes(ana);
        assertThat(deeds(lines))
                .containsExactly("password_set", "wrong_name", "wrong_password", "unlocked");
        assertThat(lines.toString()).doesNotContain("tejado").doesNotContain("lluvia");
        assertThat(detail(lines.get(2), "person")).isEqualTo("Ana");
        assertThat(detail(lines.get(2), "times")).isEqualTo("2");
        assertThat(detail(lines.get(2), "since")).isNotEmpty();
        assertThat(lines)
                .extracting(each -> each.get("who").asText())
                .containsExactly("", "", "", "Ana");
        assertThat(deeds(notes(ana)))
                .containsExactly(
                        "password_set", "wrong_name", "wrong_password", "unlocked", "unlocked");
        done("audit", "verify", ana);
    }

    /** The plug is pulled when the lines are durable and what waited is not forgotten yet. */
    @Test
    void afterAPulledPlugItIsSaidTwiceAndNeverNotAtAll() throws IOException {
        protect();
        assertThat(ops("events", unlock("Ana", "lluvia"))).isEqualTo(4);
        Path waiting = store().resolve("unlock.state");
        byte[] before = Files.readAllBytes(waiting);
        String ana = unlock("Ana", PASSWORD);
        assertThat(deeds(notes(ana))).containsOnlyOnce("wrong_password");
        Files.write(waiting, before);
        assertThat(deeds(notes(ana)).stream().filter("wrong_password"::equals)).hasSize(2);
        done("audit", "verify", ana);
    }

    @Test
    void aSecondFactorAndItsWrongCodesAreTold() throws IOException {
        protect();
        String ana = unlock("Ana", PASSWORD);
        done("people", "second-factor", ana);
        JsonNode begun = JSON.readTree(cli.printed());
        String spare = begun.get("spareCodes").get(0).asText();
        String code = ProtectedStoreTest.shown(begun.get("address").asText());
        done("people", "second-factor", "--confirm", code, ana);
        assertThat(ops("events", unlock("Ana", PASSWORD, "000"))).isEqualTo(4);
        done("people", "second-factor", "--drop", "Ana", unlock("Ana", PASSWORD, spare));
        List<JsonNode> lines = notes(unlock("Ana", PASSWORD));
        assertThat(deeds(lines).stream().filter(each -> !each.equals("unlocked")))
                .containsExactly(
                        "password_set",
                        "second_factor_begun",
                        "second_factor_set",
                        "wrong_code",
                        "second_factor_taken");
        assertThat(lines.toString()).doesNotContain(spare).doesNotContain(code);
        assertThat(lines).allSatisfy(each -> assertThat(detail(each, "person")).isIn("", "Ana"));
    }

    @Test
    void aLockedWindowSaysAtOnceWhatWasWrongAndNobodyIsBlamedForIt() throws IOException {
        protect();
        Entrance entrance = new Entrance(store(), Clock.systemUTC());
        entrance.enter(new UnlockAttempt("Ana", PASSWORD, ""));
        try (OpenConsole console = entrance.console().orElseThrow()) {
            Entry locked = console.entry();
            assertThat(locked.enter(new UnlockAttempt("Ana", "lluvia", "")))
                    .isInstanceOf(UnlockOutcome.Wrong.class);
            console.passwords().give("Ana", "otro tejado con lluvia");
        }
        List<JsonNode> lines = notes(unlock("Ana", "otro tejado con lluvia"));
        assertThat(deeds(lines))
                .containsExactly(
                        "password_set", "unlocked", "wrong_password", "password_set", "unlocked");
        assertThat(lines)
                .extracting(each -> each.get("who").asText())
                .containsExactly("", "Ana", "", "Ana", "Ana");
    }

    @Test
    void pinsAreToldAndAWrongOneAtTheDoor() throws IOException {
        done("people", "add", "Eva", "--role", "door_steward");
        try (OpenConsole console = OpenConsole.open(store(), Clock.systemUTC())) {
            assertThat(console.pins().set("Eva", "2580")).isEmpty();
            assertThat(console.pins().set("Eva", "1")).isPresent();
            assertThat(console.pins().check("Eva", "2581")).isEqualTo(new PinCheck.Wrong(2));
            assertThat(console.pins().check("Eva", "2580")).isEqualTo(new PinCheck.Right());
            console.pins().remove("Eva");
        }
        List<JsonNode> lines = notes();
        assertThat(deeds(lines)).containsExactly("pin_set", "wrong_pin", "pin_taken");
        assertThat(lines).allSatisfy(each -> assertThat(detail(each, "person")).isEqualTo("Eva"));
        assertThat(lines.toString()).doesNotContain("2580").doesNotContain("2581");
        assertThat(deeds(lines("audit", "show", "--deed", "wrong_pin")))
                .containsExactly("wrong_pin");
        assertThat(deeds(lines("audit", "show", "--deed", "added"))).containsExactly("added");
        assertThat(ops("audit", "show", "--deed", "none")).isEqualTo(2);
    }

    @Test
    void aBackupItsTrialAndWhereItGoesAreTold() throws IOException {
        done("people", "add", "Ana", "--role", "administrator");
        done("backup");
        String taken = JSON.readTree(cli.printed()).get("file").asText();
        done("backup", "verify", taken);
        done("backup", "verify", taken);
        byte[] bytes = Files.readAllBytes(Path.of(taken));
        bytes[bytes.length / 2] ^= 4;
        Path broken = Files.write(folder.resolve("broken"), bytes);
        assertThat(ops("backup", "verify", broken.toString())).isEqualTo(3);
        try (OpenConsole console = OpenConsole.open(store(), Clock.systemUTC())) {
            console.backupPlaces().chooseSecond(Optional.of(folder.resolve("stick")));
        }
        List<JsonNode> lines = notes();
        assertThat(deeds(lines))
                .containsExactly("backed_up", "backup_tried", "backup_faulty", "backup_place");
        assertThat(detail(lines.get(0), "file")).isEqualTo(taken);
        assertThat(detail(lines.get(0), "kind")).isEqualTo("full");
        assertThat(detail(lines.get(1), "file")).isEqualTo(taken);
        assertThat(detail(lines.get(1), "times")).isEqualTo("2");
        assertThat(detail(lines.get(2), "file")).isEqualTo(broken.toString());
        assertThat(detail(lines.get(3), "before")).isEmpty();
        assertThat(detail(lines.get(3), "after")).endsWith("stick");
    }

    @Test
    void aRestoredStoreSaysOfWhatItWasMadeAndAsOfWhen() throws IOException {
        protect();
        String ana = unlock("Ana", PASSWORD);
        done("backup", ana);
        String moment = OffsetDateTime.now(ZoneOffset.UTC).toString();
        done("people", "add", "Eva", "--role", "door_steward", ana);
        done("backup", ana);
        String last = JSON.readTree(cli.printed()).get("file").asText();
        done("restore", last, "--at", moment, ana);
        JsonNode restored = only(notes(ana), "restored");
        assertThat(restored.get("who").asText()).isEqualTo("Ana");
        assertThat(detail(restored, "file")).isEqualTo(last);
        assertThat(OffsetDateTime.parse(detail(restored, "until")).toInstant())
                .isEqualTo(OffsetDateTime.parse(moment).toInstant());
        assertThat(lines("audit", "show", "eva", ana)).isEmpty();
        done("audit", "verify", ana);
        done("restore", last, ana);
        assertThat(deeds(notes(ana))).containsOnlyOnce("restored");
        assertThat(lines("audit", "show", "eva", ana)).hasSize(1);
        done("audit", "verify", ana);
    }

    private static JsonNode only(List<JsonNode> lines, String deed) {
        List<JsonNode> found =
                lines.stream().filter(each -> each.get("deed").asText().equals(deed)).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void whoseDataWasGivenOutGoesWithThemAndTheChainHoldsUntilSomebodyTouchesIt() throws Exception {
        done("import", file("gala.json", GALA));
        done("privacy", "export", "rosa@one.example", "--out", file("rosa.json"));
        done("privacy", "export", "luis@two.example", "--out", file("luis.json"));
        List<JsonNode> given = lines("audit", "show", "--event", "gala", "given_out");
        assertThat(given).hasSize(2);
        assertThat(given.toString()).contains("personal data").doesNotContain("example");
        assertThat(detail(given.getFirst(), "digest")).hasSize(64);

        done("privacy", "erase", "rosa@one.example", "--reason", "asked");
        given = lines("audit", "show", "--event", "gala", "given_out");
        assertThat(given.getFirst().get("details").isNull()).as("whose it was is gone").isTrue();
        assertThat(detail(given.getLast(), "digest")).as("not the other's").hasSize(64);
        assertThat(lines("audit", "show", "erasure"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.toString()).contains("asked"));
        done("audit", "verify");
        JsonNode sound = JSON.readTree(cli.printed());
        assertThat(sound.get("sound").asBoolean()).isTrue();
        assertThat(sound.get("stripped").asInt()).isPositive();

        tamper("UPDATE audit_line SET details = NULL, salt = NULL WHERE deed = 'GIVEN_OUT'");
        assertThat(ops("audit", "verify")).isEqualTo(3);
        assertThat(cli.printed()).contains("details_gone");
    }

    @Test
    void whoseTimeIsOverIsErasedAndTheAuditSaysSo() throws IOException {
        done("import", file("gala.json", GALA));
        done("privacy", "retention", "--attendees", "30");
        done("privacy", "apply", "--yes");
        assertThat(lines("audit", "show", "org_setting")).hasSize(1);
        assertThat(lines("audit", "show", "erasure"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.toString()).contains("retention"));
        done("audit", "verify");
    }

    private void tamper(String sql) throws Exception {
        String key = Files.readString(store().resolve("store.key")).strip();
        AtRest atRest = new AtRest(StoreKey.of(Base64.getDecoder().decode(key)));
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:h2:%s:%s"
                                        .formatted(atRest.scheme(), store().resolve("store")),
                                "sa",
                                "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
