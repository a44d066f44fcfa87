package org.eventops.launcher.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.event.EventId;
import org.eventops.domain.sync.SyncControl.ConnectOutcome;
import org.eventops.domain.sync.SyncStatus.State;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.hub.DevHub;
import org.eventops.launcher.hub.HubFailure;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.hub.PgConnector;
import org.eventops.sync.server.FolderDeviceSecrets;
import org.eventops.sync.server.HubAccess;
import org.eventops.sync.server.HubOperator;
import org.eventops.sync.server.OperatorUrl;

/** A real hub on loopback, and its operator. */
final class HubForTests implements AutoCloseable {
    private static final String PASSPHRASE = "a passphrase";

    private final SecureRandom random = new SecureRandom();
    private final Path folder;
    private final DevHub hub;
    private volatile DevHub.Ready ready;
    private volatile HubOperator.Tenant tenant;

    HubForTests(Path folder) throws Exception {
        this.folder = folder;
        hub = new DevHub(folder, random);
        ready = hub.start(Optional.empty());
        tenant = ready.tenant();
    }

    /** From now on who is let in comes to this new organisation, which holds nothing. */
    void organisation(String name) throws Exception {
        tenant = tenant(name);
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

    /** As {@code pg_ctl stop -m immediate}: nothing is written down any more. */
    void fall() throws Exception {
        ProcessHandle server = ready.server();
        Process signal = new ProcessBuilder("kill", "-QUIT", "" + server.pid()).start();
        if (signal.waitFor() != 0) {
            throw new IllegalStateException("no server to stop");
        }
        server.onExit().get(60, TimeUnit.SECONDS);
    }

    int port() {
        return URI.create(ready.url().substring("jdbc:".length())).getPort();
    }

    HubOperator.Tenant tenant(String name) throws Exception {
        try (HubOperator operator = HubOperator.at(OperatorUrl.of(ready.url()), random)) {
            return operator.addTenant(name);
        }
    }

    /** As PostgreSQL's administrator, who sees every row. */
    Connection administrator() throws Exception {
        return administrator("eventops");
    }

    Connection administrator(String database) throws Exception {
        Properties kept = new Properties();
        kept.load(new StringReader(Files.readString(folder.resolve("hub.properties"))));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port() + "/" + database,
                "postgres",
                kept.getProperty("administrator"));
    }

    void run(String sql) throws Exception {
        try (Connection connection = administrator();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql, Object... given) throws Exception {
        try (Connection connection = administrator();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < given.length; i++) {
                query.setObject(i + 1, given[i]);
            }
            try (ResultSet answer = query.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        }
    }

    byte[] bundle(String name, String role) throws Exception {
        return bundle(tenant, name, role, port());
    }

    byte[] bundle(String name, String role, int port) throws Exception {
        return bundle(tenant, name, role, port);
    }

    /** Of a store that nobody protects. */
    private static StoreKey key(Path console) {
        try {
            String text = Files.readString(console.resolve("store.key")).strip();
            return StoreKey.of(Base64.getDecoder().decode(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a scope holds, as the hub itself reckons it for the console of this folder. */
    Map<String, ContentHash> content(Path console, EventId event) throws HubProblem {
        HubAccess access = new FolderDeviceSecrets(console, key(console)).read().orElseThrow();
        try (Hub asked = new PgConnector(() -> access).connect()) {
            return asked.hashes(event.value());
        }
    }

    /**
     * @param port where the console is to reach the hub
     */
    byte[] bundle(HubOperator.Tenant tenant, String name, String role, int port) throws Exception {
        String url = ready.url().replace(":" + port() + "/", ":" + port + "/");
        try (HubOperator operator = HubOperator.at(OperatorUrl.of(url), random)) {
            return operator.enroll(tenant, name, role, List.of())
                    .locked(PASSPHRASE.toCharArray(), random)
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    void revoke(String name) throws Exception {
        try (HubOperator operator = HubOperator.at(OperatorUrl.of(ready.url()), random)) {
            operator.revoke(tenant, name);
        }
    }

    ConnectOutcome connect(OpenConsole console, byte[] bundle) {
        return console.sync().control().connect(bundle, PASSPHRASE.toCharArray(), Progress.NONE);
    }

    /** As a person connects a console: from then on it exchanges. */
    ConnectOutcome connect(OpenConsole console, String name, String role) throws Exception {
        return connect(console, bundle(name, role));
    }

    /** An administrator's console, with {@link BigEvent} at the hub. */
    DoorForTests office(Path place, int tickets) throws Exception {
        DoorForTests office = new DoorForTests(place);
        new BigEvent(tickets, 0).into(office.console());
        assertThat(connect(office.console(), "office", "admin"))
                .isInstanceOf(ConnectOutcome.Connected.class);
        office.await("all at the hub", () -> office.waiting() == 0);
        return office;
    }

    /** A supervisor's, with all that the hub has. */
    DoorForTests door(Path place, String name) throws Exception {
        DoorForTests door = new DoorForTests(place);
        assertThat(connect(door.console(), name, "supervisor"))
                .isInstanceOf(ConnectOutcome.Connected.class);
        door.await("the event", () -> door.status().state() == State.UP_TO_DATE);
        return door;
    }

    @Override
    public void close() throws HubFailure {
        hub.stop();
    }
}
