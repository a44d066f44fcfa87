package org.eventops.launcher.sync;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.eventops.domain.change.Progress;
import org.eventops.domain.sync.SyncControl.ConnectOutcome;
import org.eventops.launcher.hub.DevHub;
import org.eventops.launcher.hub.HubFailure;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.sync.server.HubOperator;
import org.eventops.sync.server.OperatorUrl;

/** A real hub on loopback, and its operator. */
final class HubForTests implements AutoCloseable {
    private static final String PASSPHRASE = "a passphrase";

    private final SecureRandom random = new SecureRandom();
    private final DevHub hub;
    private DevHub.Ready ready;

    HubForTests(Path folder) throws Exception {
        hub = new DevHub(folder, random);
        ready = hub.start(Optional.empty());
    }

    DevHub.Ready ready() {
        return ready;
    }

    void stop() throws Exception {
        hub.stop();
    }

    void startAgain() throws Exception {
        ready = hub.start(Optional.empty());
    }

    byte[] bundle(String name, String role) throws Exception {
        try (HubOperator operator = HubOperator.at(OperatorUrl.of(ready.url()), random)) {
            return operator.enroll(ready.tenant(), name, role, List.of())
                    .locked(PASSPHRASE.toCharArray(), random)
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    void revoke(String name) throws Exception {
        try (HubOperator operator = HubOperator.at(OperatorUrl.of(ready.url()), random)) {
            operator.revoke(ready.tenant(), name);
        }
    }

    /** As a person connects a console: from then on it exchanges. */
    ConnectOutcome connect(OpenConsole console, String name, String role) throws Exception {
        return console.sync()
                .control()
                .connect(bundle(name, role), PASSPHRASE.toCharArray(), Progress.NONE);
    }

    @Override
    public void close() throws HubFailure {
        hub.stop();
    }
}
