package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.launcher.hub.DevHub;
import org.eventops.sync.server.EnrolmentBundle;
import org.eventops.sync.server.FirstConnection;
import org.eventops.sync.server.FolderDeviceSecrets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The operator's commands on a hub of this machine. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class ServerCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private static Path folder;
    private static DevHub.Ready ready;

    private final CliRun cli = new CliRun();

    @BeforeAll
    static void start() throws Exception {
        ready = hub().start(Optional.empty());
        Files.writeString(folder.resolve("passphrase"), "correcto caballo\n");
    }

    @AfterAll
    static void stop() throws Exception {
        hub().stop();
    }

    private static DevHub hub() {
        return new DevHub(folder.resolve("hub"), new SecureRandom());
    }

    private int ops(String... words) {
        return cli.ops(List.of("--lang=en", "server"), words);
    }

    private JsonNode answer() throws Exception {
        return JSON.readTree(cli.printed());
    }

    private String said() {
        return cli.said();
    }

    private int enroll(String name, String... more) {
        List<String> line =
                new ArrayList<>(
                        List.of("enroll", "--hub", ready.url(), "--json", "--tenant", "demo"));
        line.addAll(
                List.of(
                        "--name",
                        name,
                        "--out",
                        folder.resolve(name + ".bundle").toString(),
                        "--passphrase-file",
                        folder.resolve("passphrase").toString()));
        line.addAll(List.of(more));
        return ops(line.toArray(String[]::new));
    }

    @Test
    void addsAnOrganisationOnce() throws Exception {
        assertThat(ops("tenant", "Sala Zaza", "--hub", ready.url(), "--json")).isZero();
        assertThat(answer().path("name").asText()).isEqualTo("Sala Zaza");
        assertThat(answer().path("tenant").asText()).hasSize(36);
        assertThat(ops("tenant", "Sala Zaza", "--hub", ready.url(), "--json")).isEqualTo(3);
        assertThat(said()).contains("Sala Zaza");
    }

    @Test
    void enrolsConnectsListsAndTakesOut() throws Exception {
        assertThat(enroll("door-2", "--role", "door")).as(said()).isZero();
        JsonNode made = answer();
        assertThat(made.path("role").asText()).isEqualTo("door");
        assertThat(made.path("validUntil").asText()).endsWith("Z");
        assertThat(made.path("fitsInQr").asBoolean()).isTrue();

        byte[] bundle = Files.readAllBytes(Path.of(made.path("bundle").asText()));
        new FirstConnection(
                        new FolderDeviceSecrets(
                                folder.resolve("console"), StoreKey.random(new SecureRandom())),
                        new SecureRandom())
                .use(EnrolmentBundle.open(bundle, "correcto caballo".toCharArray()).orElseThrow());
        ops("devices", "--tenant", ready.tenant().id().toString(), "--hub", ready.url(), "--json");
        assertThat(answer().path("state").asText()).isEqualTo("enrolled");

        assertThat(ops("revoke", "door-2", "--tenant", "demo", "--hub", ready.url())).isZero();
        ops("devices", "--tenant", "demo", "--hub", ready.url(), "--json");
        assertThat(answer().path("state").asText()).isEqualTo("revoked");
    }

    @Test
    void goesOnAfterThePostgresWasKilled() throws Exception {
        ready.server().destroyForcibly();
        ready.server().onExit().get();
        DevHub.Ready again = hub().start(Optional.empty());
        assertThat(again.url()).isEqualTo(ready.url());
        assertThat(again.tenant()).isEqualTo(ready.tenant());
        ready = again;
    }

    @Test
    void saysWhatIsWrongAndLeavesNothingBehind() throws Exception {
        assertThat(enroll("x", "--role", "boss")).isEqualTo(3);
        assertThat(said()).contains("box_office");
        assertThat(enroll("x", "--role", "door", "--event", "gala")).isEqualTo(3);
        assertThat(said()).contains("--event");
        assertThat(enroll("nowhere/x", "--role", "door")).isEqualTo(4);
        Files.writeString(folder.resolve("passphrase"), "short\n");
        assertThat(enroll("x", "--role", "door")).isEqualTo(3);
        Files.writeString(folder.resolve("passphrase"), "correcto caballo\n");
        assertThat(folder.resolve("x.bundle")).doesNotExist();

        assertThat(ops("init", "--hub", "jdbc:postgresql://127.0.0.1:1/x?user=a&password=b"))
                .isEqualTo(4);
        assertThat(ops("init", "--hub", "nonsense")).isEqualTo(3);
        assertThat(ops("init", "--hub", ready.url(), "--offline")).isEqualTo(4);
        assertThat(ops("revoke", "nobody", "--tenant", "demo", "--hub", ready.url())).isEqualTo(3);
        assertThat(ops("devices", "--tenant", "nobody", "--hub", ready.url())).isEqualTo(3);
        assertThat(ops("enroll", "--hub", ready.url())).isEqualTo(2);
    }

    @Test
    void takesOverAServerThatStillRuns() throws Exception {
        DevHub.Ready again = hub().start(Optional.empty());
        assertThat(again.server().pid()).isEqualTo(ready.server().pid());
        assertThat(ops("init", "--hub", again.url(), "--json")).isZero();
        assertThat(answer().path("steps").asInt()).isZero();
    }
}
