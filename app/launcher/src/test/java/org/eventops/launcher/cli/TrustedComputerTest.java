package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that opens with the log-in of a computer, over the system's real key store. */
class TrustedComputerTest {
    private static final String PASSWORD = "lluvia sobre tejado";

    @TempDir Path folder;

    private PrivateKeyStore computer;
    private CliRun cli;
    private Path store;

    @BeforeAll
    static void programs() {
        PrivateKeyStore.assume();
    }

    @BeforeEach
    void trusted() throws Exception {
        computer = new PrivateKeyStore(Files.createDirectory(folder.resolve("k")));
        cli = new CliRun(computer.store());
        store = folder.resolve("store");
        ops("people", "add", "Ana", "--role", "administrator");
        ops("people", "password", "Ana", "--password-file", file("a", PASSWORD));
        ops("people", "add", "Puerta", "--role", "door_supervisor", ana());
        ops("people", "password", "Puerta", "--password-file", file("p", PASSWORD + "!"), ana());
        assertThat(ops("events")).isEqualTo(4);
        assertThat(ops("people", "trust", "puerta", ana())).as(cli.said()).isZero();
        assertThat(cli.said()).contains("has the whole store now");
    }

    @AfterEach
    void logOut() {
        computer.close();
    }

    private int ops(String... words) {
        return cli.ops(List.of("--lang=en", "--json", "--data", store.toString()), words);
    }

    private String file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines)).toString();
    }

    private String ana() throws IOException {
        return "--unlock-file=" + file("unlock", "Ana", PASSWORD);
    }

    @Test
    void itOpensForThePersonWhoWasNamedAndForNoMoreThanTheyMay() throws IOException {
        assertThat(ops("people", "trust")).as(cli.said()).isZero();
        assertThat(cli.printed())
                .contains("\"allowed\":true,\"name\":\"Puerta\",\"window\":false,\"opens\":true");
        assertThat(ops("people", "add", "Eva", "--role", "sponsor")).isEqualTo(4);
        assertThat(cli.said()).contains("You are not permitted to do this");
        assertThat(ops("audit", "show", ana())).isZero();
        assertThat(cli.printed())
                .contains("unlocked_by_computer", "computer_allowed", "\"who\":\"Puerta\"");
    }

    @Test
    void neitherItsFolderNorItsRunTellsWhatOpensIt() throws IOException {
        String written = Files.readString(store.resolve("computer.json"));
        String place = written.replaceAll(".*\"place\":\"([0-9a-f]+)\".*", "$1");
        assertThat(computer.store().get(place)).hasToString("Found");
        assertThat(store.resolve("store.key")).doesNotExist();
    }

    @Test
    void aCopyOfItsFolderOpensAtNoOtherComputer() throws Exception {
        try (PrivateKeyStore other =
                new PrivateKeyStore(Files.createDirectory(folder.resolve("o")))) {
            cli = new CliRun(other.store());
            Path copy = folder.resolve("copy");
            copied(store, copy);
            store = copy;
            assertThat(ops("events")).isEqualTo(4);
            assertThat(cli.said()).contains("holds nothing of this store", "--unlock-file");
            assertThat(ops("events", ana())).isZero();
        }
    }

    private static void copied(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    @Test
    void aLockedKeyStoreIsSaidAndAfterTheNextLogInItOpensAgain() throws Exception {
        computer.lock();
        assertThat(ops("events")).isEqualTo(4);
        assertThat(cli.said()).contains("key store is locked", "--unlock-file");
        assertThat(ops("people", "trust", ana())).isZero();
        assertThat(cli.printed()).contains("\"opens\":false,\"problem\":\"locked\"");
        computer.close();
        assertThat(ops("events")).isEqualTo(4);
        assertThat(cli.said()).contains("has no key store that can be asked");
        computer = new PrivateKeyStore(folder.resolve("k"));
        cli = new CliRun(computer.store());
        assertThat(ops("events")).as(cli.said()).isZero();
    }

    @Test
    void whatIsForgottenTakesAPasswordAndIsGoneFromTheKeyStore() throws IOException {
        Path file = store.resolve("computer.json");
        String written = Files.readString(file);
        assertThat(ops("people", "trust", "--forget", ana())).isZero();
        assertThat(cli.said()).isEmpty();
        assertThat(file).doesNotExist();
        assertThat(ops("events")).isEqualTo(4);
        Files.writeString(file, written);
        assertThat(ops("events")).isEqualTo(4);
        assertThat(cli.said()).contains("holds nothing of this store");
        assertThat(ops("people", "trust", "Nobody", ana())).isEqualTo(3);
    }

    @Test
    void whoLosesTheRoleOrThePasswordNoLongerOpens() throws IOException {
        assertThat(ops("people", "role", "Puerta", "--role", "model", ana())).isZero();
        assertThat(ops("events")).isEqualTo(4);
        assertThat(cli.said()).contains("may do nothing at this console any more");
        assertThat(ops("people", "role", "Puerta", "--role", "door_steward", ana())).isZero();
        assertThat(ops("events")).isZero();
        assertThat(ops("people", "password", "Puerta", "--remove", ana())).isZero();
        assertThat(ops("events")).isEqualTo(4);
        assertThat(cli.said()).startsWith("This store is protected.");
    }

    @Test
    void whatTheFileSaysOtherwiseOpensNothing() throws IOException {
        Path file = store.resolve("computer.json");
        String written = Files.readString(file);
        Files.writeString(file, written.replace("Puerta", "Ana"));
        assertThat(ops("events")).isEqualTo(4);
        assertThat(cli.said()).contains("does not open this store, or was changed");
        for (String other :
                List.of("", "{", "{}", written.replace("\"place\":\"", "\"place\":\"--unlock"))) {
            Files.writeString(file, other);
            assertThat(ops("events")).isEqualTo(4);
            assertThat(cli.said()).startsWith("This store is protected.");
        }
    }
}
