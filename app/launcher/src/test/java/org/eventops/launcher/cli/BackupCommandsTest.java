package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backing up, trying and restoring, as a script meets it. */
class BackupCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "lluvia sobre tejado";

    @TempDir Path folder;

    private final CliRun cli = new CliRun();

    private int ops(String... words) {
        return in("store", words);
    }

    private int in(String store, String... words) {
        return cli.ops(
                List.of("--lang=en", "--json", "--data", folder.resolve(store).toString()), words);
    }

    private JsonNode printed() throws IOException {
        return JSON.readTree(cli.printed());
    }

    private String file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines)).toString();
    }

    private String backup(String... words) throws IOException {
        String[] all = new String[words.length + 1];
        all[0] = "backup";
        System.arraycopy(words, 0, all, 1, words.length);
        assertThat(ops(all)).as(cli.said()).isZero();
        return printed().get("file").asText();
    }

    @Test
    void whereAFileStandsThereIsNoFolder() throws IOException {
        String file = file("letter.txt", "Dear Ana");
        assertThat(ops("backup", "--to", file)).isEqualTo(3);
        assertThat(cli.said()).contains("--to", "letter.txt is a file");
        assertThat(ops("backup", "--to", file + "/backups")).isEqualTo(3);
        assertThat(in("letter.txt", "events")).isEqualTo(3);
        assertThat(cli.said()).contains("--data", "letter.txt is a file");
        assertThat(Files.readString(Path.of(file))).startsWith("Dear Ana");
    }

    @Test
    void nothingIsNoFolder() {
        assertThat(ops("backup", "--to=")).isEqualTo(2);
        assertThat(cli.said()).contains("--to", "the name of a file or folder");
    }

    @Test
    void theFirstIsFullTheNextIncrementalAndBothSound() throws IOException {
        ops("people", "add", "Ana", "--role", "administrator");
        String first = backup();
        JsonNode answer = printed();
        assertThat(answer.get("kind").asText()).isEqualTo("full");
        assertThat(answer.get("verified").asBoolean()).isTrue();
        assertThat(answer.get("protected").asBoolean()).isFalse();
        assertThat(answer.get("bytes").asLong()).isEqualTo(Files.size(Path.of(first)));
        assertThat(answer.get("mutations").asLong()).isEqualTo(1);
        assertThat(answer.get("takenAt").asText()).isNotEmpty();
        assertThat(cli.said()).contains("NOT PROTECTED");
        ops("people", "add", "Eva", "--role", "door_steward");
        String second = backup();
        assertThat(printed().get("kind").asText()).isEqualTo("incremental");
        assertThat(printed().get("mutations").asLong())
                .as("a person, and that a backup was taken")
                .isEqualTo(2);
        assertThat(ops("backup", "verify", second)).isZero();
        assertThat(printed().get("ok").asBoolean()).isTrue();
        assertThat(printed().get("rows").asLong()).isEqualTo(2);
    }

    @Test
    void aDamagedOneIsSaidWithStatusThree() throws IOException {
        ops("people", "add", "Ana", "--role", "administrator");
        Path file = Path.of(backup());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);
        assertThat(ops("backup", "verify", file.toString())).isEqualTo(3);
        assertThat(printed().get("fault").asText()).isEqualTo("DAMAGED");
        assertThat(cli.said()).contains("damaged, or changed by somebody");
        assertThat(ops("restore", file.toString())).isEqualTo(3);
        assertThat(ops("people", "list")).isZero();
        assertThat(cli.printed()).contains("Ana");
    }

    @Test
    void aMomentComesBackAndWhatWasThereLiesAside() throws IOException {
        ops("people", "add", "Ana", "--role", "administrator");
        backup();
        String moment = OffsetDateTime.now(java.time.ZoneOffset.UTC).toString();
        ops("people", "add", "Eva", "--role", "door_steward");
        String last = backup();
        assertThat(ops("restore", last, "--at", "2020-01-01T10:00")).isEqualTo(3);
        assertThat(cli.said()).contains("a moment from");
        assertThat(ops("restore", last, "--at", "yesterday")).isEqualTo(3);
        assertThat(ops("restore", last, "--at", moment)).as(cli.said()).isZero();
        Path aside = Path.of(printed().get("aside").asText());
        ops("people", "list");
        assertThat(cli.printed()).contains("Ana").doesNotContain("Eva");
        in(folder.relativize(aside).toString(), "people", "list");
        assertThat(cli.printed()).contains("Ana").contains("Eva");
    }

    @Test
    void aProtectedOneComesBackElsewhereOnlyForWhoMayAndHasThePassword() throws IOException {
        ops("people", "add", "Ana", "--role", "administrator");
        String password = file("password", PASSWORD);
        assertThat(ops("people", "password", "Ana", "--password-file", password)).isZero();
        String ana = "--unlock-file=" + file("ana", "Ana", PASSWORD);
        ops("people", "add", "Eva", "--role", "door_steward", ana);
        String other = file("password2", "otro tejado con lluvia");
        assertThat(ops("people", "password", "Eva", "--password-file", other, ana)).isZero();
        String eva = "--unlock-file=" + file("eva", "Eva", "otro tejado con lluvia");
        assertThat(ops("backup", eva)).isEqualTo(4);
        assertThat(cli.said()).contains("You are not permitted to do this");
        String taken = backup("--to", folder.resolve("usb").toString(), ana);
        assertThat(printed().get("protected").asBoolean()).isTrue();
        assertThat(cli.said()).doesNotContain("NOT PROTECTED");

        assertThat(ops("backup", "verify", taken, eva)).isEqualTo(4);
        assertThat(cli.said()).contains("You are not permitted to do this");
        assertThat(ops("backup", "verify", taken, ana)).as(cli.said()).isZero();
        // Whoever opens the store next did not try it.
        assertThat(ops("audit", "show", "--deed", "backup_tried", ana)).isZero();
        assertThat(cli.printed()).contains("\"who\":\"\"").doesNotContain("\"who\":\"Ana\"");

        assertThat(in("new", "restore", taken)).isEqualTo(4);
        assertThat(cli.said()).contains("--unlock-file");
        String mistyped = "--unlock-file=" + file("mistyped", "Ana", "otra lluvia");
        assertThat(in("new", "restore", taken, mistyped)).isEqualTo(4);
        assertThat(cli.said()).contains("of the day on which it was taken").doesNotContain("left");
        assertThat(in("new", "restore", taken, eva)).isEqualTo(4);
        assertThat(cli.said()).contains("Nothing was changed");
        assertThat(in("new", "restore", taken, ana)).as(cli.said()).isZero();
        assertThat(in("new", "people", "list")).isEqualTo(4);
        assertThat(in("new", "people", "list", ana)).isZero();
        assertThat(cli.printed()).contains("Eva");
    }

    /** Backups lie about on sticks: what somebody was when one was taken opens nothing here. */
    @Test
    void whoLeftDoesNotBringBackTheStoreInWhichTheyWereSomebody() throws IOException {
        ops("people", "add", "Ana", "--role", "administrator");
        String first = file("first", PASSWORD);
        assertThat(ops("people", "password", "Ana", "--password-file", first)).isZero();
        String ana = "--unlock-file=" + file("ana", "Ana", PASSWORD);
        ops("people", "add", "Kai", "--role", "administrator", ana);
        String second = file("second", "otro tejado con lluvia");
        assertThat(ops("people", "password", "Kai", "--password-file", second, ana)).isZero();
        String kai = "--unlock-file=" + file("kai", "Kai", "otro tejado con lluvia");
        String taken = backup("--to", folder.resolve("usb").toString(), ana);
        String third = file("third", "colinas de niebla");
        assertThat(ops("people", "password", "Ana", "--password-file", third, ana)).isZero();
        String now = "--unlock-file=" + file("now", "Ana", "colinas de niebla");
        assertThat(ops("people", "role", "Kai", "--role", "door_steward", now)).isZero();

        assertThat(ops("restore", taken, kai)).isEqualTo(4);
        assertThat(cli.said()).contains("You are not permitted to do this");
        assertThat(ops("people", "password", "Kai", "--remove", now)).isZero();
        assertThat(ops("restore", taken, kai)).isEqualTo(4);
        assertThat(cli.said()).contains("Nobody of that name");
        assertThat(ops("restore", taken, ana)).as("her password of then").isEqualTo(4);

        assertThat(ops("restore", taken, now)).as(cli.said()).isZero();
        assertThat(ops("people", "list", kai)).as("as it was then").isZero();
        assertThat(ops("audit", "show", "--deed", "restored", kai)).isZero();
        assertThat(cli.printed()).contains("Ana");
        assertThat(in("new", "restore", taken, kai)).as("in no store's place").isZero();
    }
}
