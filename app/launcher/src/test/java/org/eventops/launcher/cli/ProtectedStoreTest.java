package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.util.encoders.Base32;
import org.eventops.adapters.keystore.SystemKeyStores;
import org.eventops.domain.change.StoreException;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.persistence.unlock.AppCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that opens only with a password, as a script meets it. */
class ProtectedStoreTest {
    private static final String PASSWORD = "lluvia sobre tejado";

    @TempDir Path folder;

    private final CliRun cli = new CliRun();
    private String heard = "";

    private Path store() {
        return folder.resolve("store");
    }

    private int ops(String... words) {
        return cli.ops(List.of("--lang=en", "--json", "--data", store().toString()), words);
    }

    private String file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines)).toString();
    }

    /** As some editors write a text. */
    @Test
    void aMarkInFrontOfAFileIsNoPartOfAPassword() throws IOException {
        protect();
        String marked = file("marked", "\uFEFFAna", "lluvia sobre tejado");
        assertThat(ops("events", "--unlock-file=" + marked)).as(cli.said()).isZero();
        String password = file("password", "\uFEFFcolinas de niebla");
        assertThat(
                        ops(
                                "people",
                                "password",
                                "Ana",
                                "--password-file=" + password,
                                unlock("Ana", "lluvia sobre tejado")))
                .as(cli.said())
                .isZero();
        assertThat(ops("events", unlock("Ana", "colinas de niebla"))).as(cli.said()).isZero();
    }

    @Test
    void aFileThatCannotBeReadIsSaidToBeThat() throws IOException {
        protect();
        String nowhere = folder.resolve("nowhere").toString();
        for (String each : List.of(nowhere, folder.toString())) {
            assertThat(ops("events", "--unlock-file=" + each)).isEqualTo(3);
            assertThat(cli.said()).contains(each).contains("expected a file that can be read");
        }
        Path latin = folder.resolve("latin");
        Files.writeString(latin, "Peña\nmañana\n", StandardCharsets.ISO_8859_1);
        assertThat(ops("events", "--unlock-file=" + latin)).isEqualTo(3);
        assertThat(cli.said()).contains("expected a text file in UTF-8");
    }

    private String unlock(String... lines) throws IOException {
        return "--unlock-file=" + file("unlock", lines);
    }

    private void protect() throws IOException {
        ops("people", "add", "Ana", "--role", "administrator");
        String password = file("password", PASSWORD);
        assertThat(ops("people", "password", "ana", "--password-file", password)).isZero();
    }

    @Test
    void withTheFirstPasswordItOpensOnlyForThatPerson() throws IOException {
        assertThat(ops("people", "list")).isZero();
        assertThat(store().resolve("store.key")).exists();
        protect();
        assertThat(cli.printed()).contains("\"name\":\"Ana\"").contains("\"password\":true");
        assertThat(cli.said()).contains("This store is protected from now on");
        assertThat(store().resolve("store.key")).doesNotExist();

        assertThat(ops("people", "list")).isEqualTo(4);
        assertThat(cli.said()).contains("This store is protected.").contains("--unlock-file");
        assertThat(cli.printed()).isEmpty();
        assertThat(ops("people", "list", unlock("Ana", PASSWORD))).isZero();
        assertThat(cli.printed()).contains("\"password\":true");
        assertThatThrownBy(() -> OpenConsole.open(store(), Clock.systemUTC()))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        e -> assertThat(e.problem()).isEqualTo(StoreException.Problem.PROTECTED));
    }

    @Test
    void wrongPasswordsAreCountedFromOneRunToTheNext() throws IOException {
        protect();
        assertThat(ops("events", unlock("Ana", "lluvia"))).isEqualTo(4);
        assertThat(cli.said()).contains("The password is wrong").contains("2");
        assertThat(ops("events", unlock("Eva", PASSWORD))).isEqualTo(4);
        assertThat(cli.said()).contains("Nobody of that name");
        assertThat(ops("events", unlock("Ana"))).isEqualTo(3);
        ops("events", unlock("Ana", "b"));
        ops("events", unlock("Ana", "c"));
        assertThat(ops("events", unlock("Ana", PASSWORD))).isEqualTo(4);
        assertThat(cli.said()).contains("Too many wrong passwords");
    }

    @Test
    void aPersonDoesWhatTheirRolePermitsAndIsToldWhatItDoesNot() throws IOException {
        ops("people", "add", "Ana", "--role", "administrator", "--email", "ana@casa.example");
        protect();
        String ana = unlock("Ana", PASSWORD);
        String email = "--email=eva@casa.example";
        ops("people", "add", "Eva", "--role", "door_steward", email, ana);
        String other = file("password2", "otro tejado con lluvia");
        assertThat(ops("people", "password", "Eva", "--password-file", other, ana)).isZero();
        String eva = "--unlock-file=" + file("unlock2", "Eva", "otro tejado con lluvia");
        assertThat(ops("events", eva)).isZero();
        assertThat(ops("people", "add", "Luis", "--role", "sponsor", eva)).isEqualTo(4);
        assertThat(cli.said()).contains("You are not permitted to do this");
        assertThat(ops("people", "password", "Ana", "--remove", eva)).isEqualTo(4);
        assertThat(ops("people", "list", ana)).isZero();
        assertThat(cli.printed()).contains("ana@casa.example").contains("\"secondFactor\":");
        assertThat(ops("people", "list", eva)).isZero();
        assertThat(cli.printed())
                .contains("\"name\":\"Ana\"", "eva@casa.example")
                .doesNotContain("ana@casa.example", "password", "secondFactor");
        assertThat(ops("people", "role", "Eva", "--role", "model", ana)).isZero();
        assertThat(ops("events", eva)).isEqualTo(4);
        assertThat(cli.said()).contains("may do nothing at this console");
        assertThat(ops("people", "password", "Ana", "--remove", ana)).isEqualTo(3);
        assertThat(cli.said()).contains("last administrator");
    }

    @Test
    void whatTakesMoreThanOnesOwnRoleEndsAsEveryOtherRefusalByRole() throws IOException {
        protect();
        String ana = unlock("Ana", PASSWORD);
        ops("people", "add", "Olga", "--role", "organizer", ana);
        String other = file("password2", "otro tejado con lluvia");
        assertThat(ops("people", "password", "Olga", "--password-file", other, ana)).isZero();
        String olga = "--unlock-file=" + file("unlock2", "Olga", "otro tejado con lluvia");
        assertThat(ops("people", "password", "Ana", "--password-file", other, olga)).isEqualTo(4);
        assertThat(cli.said()).contains("Ana (administrator): Nobody gives or takes the password");
        assertThat(ops("people", "password", "Ana", "--remove", olga)).isEqualTo(4);
        assertThat(ops("people", "second-factor", "--drop=Ana", olga)).isEqualTo(4);
        assertThat(ops("people", "add", "Neo", "--role", "administrator", olga)).isEqualTo(4);
        assertThat(cli.said()).contains("administrator: Nobody gives or takes a role");
        assertThat(ops("people", "role", "Ana", "--role", "sponsor", olga)).isEqualTo(4);
        assertThat(ops("people", "trust", "Ana", olga)).isEqualTo(4);
        assertThat(cli.said()).contains("Ana (administrator): Nobody lets a computer");
    }

    @Test
    void aWeakPasswordProtectsNothing() throws IOException {
        ops("people", "add", "Ana", "--role", "administrator");
        String weak = file("password", "1234567890");
        assertThat(ops("people", "password", "Ana", "--password-file", weak)).isEqualTo(3);
        assertThat(ops("people", "add", "Eva", "--role", "door_steward")).isZero();
        String good = file("password", PASSWORD);
        assertThat(ops("people", "password", "Eva", "--password-file", good)).isEqualTo(3);
        assertThat(cli.said()).contains("administrator");
        assertThat(ops("events")).isZero();
    }

    @Test
    void aSecondFactorIsBegunConfirmedAskedForAndDropped() throws IOException {
        protect();
        String ana = unlock("Ana", PASSWORD);
        assertThat(ops("people", "second-factor", ana)).isZero();
        JsonNode begun = new ObjectMapper().readTree(cli.printed());
        assertThat(ops("people", "second-factor", "--confirm", "000", ana)).isEqualTo(3);
        String code = shown(begun.get("address").asText());
        assertThat(ops("people", "second-factor", "--confirm", code, ana)).isZero();
        assertThat(ops("events", ana)).isEqualTo(4);
        assertThat(cli.said()).contains("third line");
        String spare = begun.get("spareCodes").get(0).asText();
        assertThat(ops("events", unlock("Ana", PASSWORD, spare))).isZero();
        assertThat(ops("events", unlock("Ana", PASSWORD, spare))).isEqualTo(4);
        String another = begun.get("spareCodes").get(1).asText();
        String drop = unlock("Ana", PASSWORD, another);
        assertThat(ops("people", "second-factor", "--drop", "Ana", drop)).isZero();
        assertThat(ops("events", unlock("Ana", PASSWORD))).isZero();
    }

    /** What a telephone shows now that has read this address. */
    static String shown(String address) {
        return new AppCodes().at(secret(address), Instant.now());
    }

    private static byte[] secret(String address) {
        String typed = address.replaceAll(".*secret=([A-Z2-7]+)&.*", "$1");
        return Base32.decode(typed + "=".repeat((8 - typed.length() % 8) % 8));
    }

    @Test
    void aChangedKeyringIsFoundOut() throws IOException {
        protect();
        Path ring = store().resolve("keyring.json");
        Files.writeString(ring, Files.readString(ring).replace("Ana", "Eva"));
        assertThat(ops("events", unlock("Eva", PASSWORD))).isEqualTo(4);
        assertThat(cli.said()).contains("damaged").contains("keyring.json");
    }

    private int atTerminal(ScriptedTerminal terminal, String... words) {
        CliRun run = new CliRun(SystemKeyStores.here(), terminal);
        int status = run.ops(List.of("--lang=en", "--data", store().toString()), words);
        heard = run.said();
        return status;
    }

    @Test
    void whoeverSitsAtATerminalIsAskedAndMayMistype() throws IOException {
        protect();
        ScriptedTerminal mistyped = new ScriptedTerminal("ana", "lluvia", PASSWORD);
        assertThat(atTerminal(mistyped, "events")).isZero();
        assertThat(mistyped.asked())
                .containsExactly(
                        "Your name:", "(hidden) Password of ana:", "(hidden) Password of ana:");
        assertThat(heard).contains("The password is wrong");
        ScriptedTerminal wrong = new ScriptedTerminal("ana", "a", "b");
        assertThat(atTerminal(wrong, "events")).isEqualTo(4);
        assertThat(wrong.asked()).hasSize(4);
        assertThat(atTerminal(new ScriptedTerminal("Nobody", PASSWORD), "events")).isEqualTo(4);
        assertThat(heard).contains("Nobody of that name");
        String ana = unlock("Ana", PASSWORD);
        assertThat(ops("people", "second-factor", ana)).isZero();
        JsonNode begun = new ObjectMapper().readTree(cli.printed());
        String code = shown(begun.get("address").asText());
        assertThat(ops("people", "second-factor", "--confirm", code, ana)).isZero();
        String spare = begun.get("spareCodes").get(0).asText();
        assertThat(atTerminal(new ScriptedTerminal("Ana", PASSWORD, spare), "events")).isZero();
    }

    @Test
    void aStewardAtTheCommandLineIsAStewardAndGoesByTheirName() throws IOException {
        try (OpenConsole console = OpenConsole.open(store(), Clock.systemUTC())) {
            new BigEvent(2, 0).into(console);
        }
        ops("people", "add", "Eva", "--role", "door_steward");
        ops("people", "add", "Luz", "--role", "door_supervisor");
        protect();
        String ana = unlock("Ana", PASSWORD);
        String password = "--password-file=" + file("another", "otro tejado con lluvia");
        assertThat(ops("people", "password", "eva", password, ana)).isZero();
        assertThat(ops("people", "password", "luz", password, ana)).isZero();
        assertThat(scan("Eva")).contains("\"verdict\":\"ADMITTED\"");
        assertThat(scan("Eva")).contains("\"verdict\":\"ALREADY_IN\"").contains("Eva");
        assertThat(scan("Eva", "--override=known")).contains("\"verdict\":\"ALREADY_IN\"");
        assertThat(scan("Luz", "--override=known")).contains("\"verdict\":\"ADMITTED\"");
    }

    private String scan(String who, String... more) throws IOException {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "checkin",
                                "--event=" + BigEvent.SLUG,
                                "--list=" + BigEvent.LIST,
                                "--at=2026-11-20T23:30:00Z",
                                unlock(who, "otro tejado con lluvia")));
        words.addAll(List.of(more));
        words.add(BigEvent.code(1));
        ops(words.toArray(String[]::new));
        return cli.printed() + cli.said();
    }
}
