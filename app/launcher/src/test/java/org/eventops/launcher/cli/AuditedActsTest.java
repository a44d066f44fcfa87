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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.access.Role;
import org.eventops.domain.audit.AuditLine;
import org.eventops.domain.audit.AuditSearch;
import org.eventops.domain.audit.AuditVerdict;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.backup.BackupOutcome;
import org.eventops.domain.change.Progress;
import org.eventops.domain.people.PinCheck;
import org.eventops.domain.unlock.Enrolment;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.domain.unlock.UnlockAttempt;
import org.eventops.domain.unlock.UnlockOutcome;
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

    private OpenConsole open() {
        return OpenConsole.open(store(), Clock.systemUTC());
    }

    /** Ana opens it from now on, and works here. */
    private static void protect(OpenConsole console) {
        console.people().add("Ana", Role.ADMINISTRATOR, null);
        console.passwords().give("Ana", PASSWORD);
        assertThat(enter(console, PASSWORD, "")).isInstanceOf(UnlockOutcome.Opened.class);
    }

    private static UnlockOutcome enter(OpenConsole console, String password, String code) {
        return console.entry().enter(new UnlockAttempt("Ana", password, code));
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

    /** The oldest first. */
    private List<JsonNode> shown(String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("audit", "show"));
        words.addAll(List.of(more));
        done(words.toArray(String[]::new));
        List<JsonNode> lines = new ArrayList<>();
        for (String line : cli.printed().lines().toList()) {
            lines.addFirst(JSON.readTree(line));
        }
        return lines;
    }

    private static List<String> deeds(List<JsonNode> lines) {
        return lines.stream()
                .filter(each -> each.get("table").isNull())
                .map(each -> each.get("deed").asText())
                .toList();
    }

    private static JsonNode only(List<JsonNode> lines, String deed) {
        List<JsonNode> found =
                lines.stream().filter(each -> each.get("deed").asText().equals(deed)).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String detail(JsonNode line, String name) {
        return line.path("details").path(name).asText();
    }

    /** Of no row, the oldest first. */
    private static List<AuditLine> notes(OpenConsole console) {
        return console.audit().find(AuditSearch.newest(100)).reversed().stream()
                .filter(each -> each.what().table().isEmpty())
                .toList();
    }

    private static List<Deed> done(List<AuditLine> lines) {
        return lines.stream().map(each -> each.what().deed()).toList();
    }

    private static List<String> who(List<AuditLine> lines) {
        return lines.stream().map(each -> each.what().who()).toList();
    }

    @Test
    void whatWasWrongBeforeTheDoorIsWrittenByWhoeverComesInAndNotLostWithThePlug()
            throws IOException {
        try (OpenConsole console = open()) {
            protect(console);
        }
        assertThat(ops("events", unlock("Ana", "lluvia"))).isEqualTo(4);
        assertThat(ops("events", unlock("Ana", "tejado"))).isEqualTo(4);
        assertThat(ops("events", unlock(PASSWORD, PASSWORD))).isEqualTo(4);
        Path waiting = store().resolve("unlock.state");
        byte[] before = Files.readAllBytes(waiting);
        String ana = unlock("Ana", PASSWORD);
        List<JsonNode> lines = shown(ana);
        assertThat(deeds(lines))
                .containsExactly(
                        "password_set", "unlocked", "wrong_name", "wrong_password", "unlocked");
        assertThat(lines.toString()).doesNotContain("tejado").doesNotContain("lluvia");
        JsonNode wrong = only(lines, "wrong_password");
        assertThat(detail(wrong, "person")).isEqualTo("Ana");
        assertThat(detail(wrong, "times")).isEqualTo("2");
        assertThat(detail(wrong, "since")).isNotEmpty();
        assertThat(wrong.get("who").asText()).as("nobody knows").isEmpty();
        assertThat(deeds(shown(ana))).as("once").containsOnlyOnce("wrong_password");

        // As when the lines were durable and what waited was not forgotten yet.
        Files.write(waiting, before);
        assertThat(deeds(shown("--deed", "wrong_password", ana)))
                .containsExactly("wrong_password", "wrong_password");
    }

    @Test
    void aLockedWindowSaysAtOnceWhatWasWrongAndNobodyIsBlamedForIt() {
        try (OpenConsole console = open()) {
            protect(console);
            Enrolment begun = console.passwords().enrol().orElseThrow();
            String code = ProtectedStoreTest.shown(begun.address());
            assertThat(console.passwords().confirm("000")).isFalse();
            assertThat(console.passwords().confirm(code)).isTrue();
            assertThat(enter(console, "lluvia", "")).isInstanceOf(UnlockOutcome.Wrong.class);
            assertThat(enter(console, PASSWORD, "000")).isInstanceOf(UnlockOutcome.CodeWrong.class);
            assertThat(enter(console, PASSWORD, code)).isInstanceOf(UnlockOutcome.Opened.class);
            console.passwords().dropSecondFactor("Ana");
            console.people().add("Eva", Role.DOOR_STEWARD, null);
            console.passwords().give("Eva", "otro tejado con lluvia");
            console.passwords().remove("Eva");
            List<AuditLine> lines = notes(console);
            assertThat(done(lines))
                    .containsExactly(
                            Deed.PASSWORD_SET,
                            Deed.UNLOCKED,
                            Deed.SECOND_FACTOR_BEGUN,
                            Deed.SECOND_FACTOR_SET,
                            Deed.WRONG_PASSWORD,
                            Deed.WRONG_CODE,
                            Deed.UNLOCKED,
                            Deed.SECOND_FACTOR_TAKEN,
                            Deed.PASSWORD_SET,
                            Deed.PASSWORD_TAKEN);
            assertThat(who(lines))
                    .containsExactly("", "Ana", "Ana", "Ana", "", "", "Ana", "Ana", "Ana", "Ana");
            assertThat(lines.toString()).doesNotContain(begun.typedSecret()).doesNotContain(code);
            assertThat(lines.getLast().details()).isEqualTo("{\"person\":\"Eva\"}");
            assertThat(verified(console).faults()).isEmpty();
        }
    }

    private static AuditVerdict verified(OpenConsole console) {
        return console.audit().verify(List.of(), Progress.NONE);
    }

    @Test
    void pinsAreToldAndAWrongOneAtTheDoor() {
        try (OpenConsole console = open()) {
            console.people().add("Eva", Role.DOOR_STEWARD, null);
            assertThat(console.pins().set("Eva", "2580")).isEmpty();
            assertThat(console.pins().set("Eva", "1")).isPresent();
            assertThat(console.pins().check("Eva", "2581")).isEqualTo(new PinCheck.Wrong(2));
            assertThat(console.pins().check("Eva", "2580")).isEqualTo(new PinCheck.Right());
            console.pins().remove("Eva");
            List<AuditLine> lines = notes(console);
            assertThat(done(lines)).containsExactly(Deed.PIN_SET, Deed.WRONG_PIN, Deed.PIN_TAKEN);
            UUID eva = console.audit().find(AuditSearch.newest(9)).getLast().what().row();
            assertThat(lines)
                    .allSatisfy(
                            each -> {
                                assertThat(each.details()).isEqualTo("{\"person\":\"Eva\"}");
                                assertThat(each.what().row()).as("goes with her").isEqualTo(eva);
                            });
        }
        assertThat(ops("audit", "show", "--deed", "none")).isEqualTo(2);
    }

    @Test
    void aBackupItsTrialAndWhereItGoesAreTold() throws IOException {
        done("backup");
        String taken = JSON.readTree(cli.printed()).get("file").asText();
        done("backup", "verify", taken);
        byte[] bytes = Files.readAllBytes(Path.of(taken));
        bytes[bytes.length / 2] ^= 4;
        Path broken = Files.write(folder.resolve("broken"), bytes);
        assertThat(ops("backup", "verify", broken.toString())).isEqualTo(3);
        try (OpenConsole console = open()) {
            console.backupPlaces().chooseSecond(Optional.of(folder.resolve("stick")));
            console.store().access().ownWork(() -> console.backups().backUp(Progress.NONE));
        }
        List<JsonNode> lines = shown();
        assertThat(deeds(lines))
                .containsExactly(
                        "backed_up", "backup_tried", "backup_faulty", "backup_place", "backed_up");
        assertThat(detail(lines.get(0), "file")).isEqualTo(taken);
        assertThat(detail(lines.get(0), "kind")).isEqualTo("full");
        assertThat(detail(lines.get(1), "file")).isEqualTo(taken);
        assertThat(detail(lines.get(2), "file")).isEqualTo(broken.toString());
        assertThat(detail(lines.get(3), "before")).isEmpty();
        assertThat(detail(lines.get(3), "after")).endsWith("stick");
        assertThat(detail(lines.get(4), "kind")).isEqualTo("incremental");
    }

    @Test
    void aRestoredStoreSaysOfWhatItWasMadeAndAsOfWhen() throws IOException {
        String last;
        Instant moment;
        try (OpenConsole console = open()) {
            protect(console);
            backedUp(console);
            moment = Instant.now();
            console.people().add("Eva", Role.DOOR_STEWARD, null);
            last = backedUp(console);
            AuditLine line = notes(console).getLast();
            assertThat(line.what().deed()).isEqualTo(Deed.BACKED_UP);
            assertThat(line.what().who()).as("the program itself").isEmpty();
        }
        String ana = unlock("Ana", PASSWORD);
        done("restore", last, "--at", moment.toString(), ana);
        List<JsonNode> lines = shown(ana);
        JsonNode restored = only(lines, "restored");
        assertThat(restored.get("who").asText()).isEqualTo("Ana");
        assertThat(detail(restored, "file")).isEqualTo(last);
        assertThat(Instant.parse(detail(restored, "until"))).isEqualTo(moment);
        assertThat(lines.toString()).doesNotContain("Eva");
        done("audit", "verify", ana);
        done("restore", last, ana);
        lines = shown(ana);
        assertThat(detail(only(lines, "restored"), "file")).isEqualTo(last);
        assertThat(lines.toString()).contains("Eva");
        done("audit", "verify", ana);
    }

    /** As the window does each hour. */
    private static String backedUp(OpenConsole console) {
        BackupOutcome outcome =
                console.store().access().ownWork(() -> console.backups().backUp(Progress.NONE));
        assertThat(outcome).isInstanceOf(BackupOutcome.Done.class);
        return ((BackupOutcome.Done) outcome).backup().file().toString();
    }

    @Test
    void whoseDataWasGivenOutGoesWithThemAndTheChainHoldsUntilSomebodyTouchesIt() throws Exception {
        done("import", file("gala.json", GALA));
        done("privacy", "export", "rosa@one.example", "--out", file("rosa.json"));
        done("privacy", "export", "luis@two.example", "--out", file("luis.json"));
        done("privacy", "erase", "rosa@one.example", "--reason", "asked");
        List<JsonNode> lines = shown("--event", "gala");
        List<JsonNode> given =
                lines.stream()
                        .filter(each -> each.get("deed").asText().equals("given_out"))
                        .toList();
        assertThat(given).hasSize(2);
        assertThat(given.getFirst().get("details").isNull()).as("whose it was is gone").isTrue();
        assertThat(detail(given.getLast(), "digest")).as("not the other's").hasSize(64);
        assertThat(detail(given.getLast(), "document")).isEqualTo("personal data");
        assertThat(given.toString()).doesNotContain("example");
        assertThat(lines.stream().filter(each -> each.get("table").asText().equals("erasure")))
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
        try (OpenConsole console = open()) {
            console.privacy().retention().keepFor(Optional.of(30));
            assertThat(console.privacy().retention().apply(Progress.NONE).tickets()).isEqualTo(2);
            List<AuditLine> lines = console.audit().find(AuditSearch.newest(100));
            assertThat(lines).anyMatch(each -> each.what().table().equals("org_setting"));
            assertThat(lines.stream().filter(each -> each.what().table().equals("erasure")))
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(each.details()).contains("retention"));
            assertThat(verified(console).faults()).isEmpty();
        }
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
