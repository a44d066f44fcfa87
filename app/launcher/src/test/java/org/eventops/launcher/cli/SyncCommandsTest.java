package org.eventops.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of sync on a store that belongs to no hub, and with what is not as it must be. */
class SyncCommandsTest {
    private static final UUID NOBODY = new UUID(1, 1);

    @TempDir Path folder;

    private final CliRun cli = new CliRun();

    private int run(String... words) {
        return cli.ops(
                List.of("--lang=en", "--json", "--data", folder.resolve("store") + ""), words);
    }

    private String printed() {
        return cli.printed().strip();
    }

    private String said() {
        return cli.said().strip();
    }

    private String file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void tellsHowToConnectAStoreThatBelongsToNoHub() {
        assertThat(run("sync", "--once")).isEqualTo(4);
        assertThat(said()).contains("belongs to no hub", "eventops connect");
        assertThat(printed()).isEmpty();
    }

    @Test
    void saysHowItStandsWithTheKeysOfTheContract() {
        assertThat(run("sync", "status")).isZero();
        assertThat(printed())
                .startsWith("{\"state\":\"alone\",\"pushed\":0,\"pulled\":0,")
                .contains("\"conflicts\":0,\"outbox\":0,\"lagMillis\":null");
    }

    @Test
    void exchangesNothingOffline() {
        assertThat(run("--offline", "sync")).isEqualTo(4);
        assertThat(said()).contains("does not use the network");
    }

    @Test
    void onceAndWatchExcludeEachOther() {
        assertThat(run("sync", "--once", "--watch")).isEqualTo(2);
    }

    @Test
    void connectsOnlyWithAnEnrolmentAndAPassphrase() throws Exception {
        String bundle = file("bundle", "EVENTOPS1:abc");
        assertThat(run("connect", bundle)).isEqualTo(2);
        assertThat(run("connect", folder.resolve("none") + "", "--passphrase-file", bundle))
                .isEqualTo(3);
        assertThat(said()).contains("BUNDLE", "EVENTOPS1:");
        assertThat(run("connect", bundle, "--passphrase-file", file("empty", "\nx"))).isEqualTo(3);
        assertThat(said()).contains("--passphrase-file", "first line");
        assertThat(said()).doesNotContain("abc");
    }

    @Test
    void connectsNowhereOffline() throws Exception {
        String bundle = file("bundle", "EVENTOPS1:abc");
        String secret = file("secret", "tres tristes tigres\n");
        assertThat(run("--offline", "connect", bundle, "--passphrase-file", secret)).isEqualTo(4);
        assertThat(said()).contains("nothing was changed").doesNotContain("tigres");
    }

    @Test
    void settlesNoConflictThatIsNotHere() {
        assertThat(run("conflicts")).isZero();
        assertThat(printed()).isEmpty();
        assertThat(run("conflicts", "resolve", NOBODY + "", "--take", "mine")).isEqualTo(3);
        assertThat(said()).contains(NOBODY + "", "no such conflict");
        assertThat(run("conflicts", "reopen", NOBODY + "")).isEqualTo(3);
        assertThat(run("conflicts", "resolve", NOBODY + "", "--take", "ours")).isEqualTo(2);
        assertThat(run("conflicts", "--event", "gala")).isEqualTo(3);
    }
}
