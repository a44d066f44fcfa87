package org.eventops.sync.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.engine.HubProblem.Kind;
import org.eventops.sync.server.HubAccess;
import org.eventops.sync.server.HubAddress;
import org.eventops.sync.server.HubLogin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a console makes of a hub that does not answer as it should. */
class PgProblemTest {
    private static final HubWorld WORLD = new HubWorld();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void isUnreachableWhereNobodyListens() throws Exception {
        HubAccess access = WORLD.enroll("a", "door");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(connecting(at(access, port))).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void isNoHubWhereAPageToSignInAnswers() throws Exception {
        HubAccess access = WORLD.enroll("b", "door");
        try (ServerSocket portal = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered =
                    CompletableFuture.runAsync(
                            () -> {
                                try (Socket socket = portal.accept();
                                        OutputStream out = socket.getOutputStream()) {
                                    socket.getInputStream().readNBytes(8);
                                    out.write(
                                            "HTTP/1.1 302 Found\r\nLocation: /login\r\n\r\n"
                                                    .getBytes(StandardCharsets.US_ASCII));
                                } catch (java.io.IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                }
                            });
            assertThat(connecting(at(access, portal.getLocalPort()))).isEqualTo(Kind.NOT_A_HUB);
            answered.join();
        }
    }

    @Test
    void isRefusedWithAWrongSecretAndRevokedAfterItWasTakenOut() {
        HubAccess access = WORLD.enroll("c", "door");
        HubAccess wrong =
                new HubAccess(
                        access.hub(),
                        access.device(),
                        new HubLogin(access.login().role(), "wrong", null),
                        access.keys());
        assertThat(connecting(wrong)).isEqualTo(Kind.REFUSED);
        WORLD.revoke("c");
        assertThat(connecting(access)).isEqualTo(Kind.REVOKED);
    }

    @Test
    void saysRevokedOnASessionThatIsStillOpen() {
        try (Console door = WORLD.console("d", "door")) {
            WORLD.asked("UPDATE sync.device SET revoked_at = now() WHERE name = 'd'");
            assertThat(kind(() -> door.hub.clocks())).isEqualTo(Kind.REVOKED);
            assertThat(kind(() -> door.hub.push(door.sender(), List.of()))).isEqualTo(Kind.REVOKED);
            assertThat(kind(() -> door.hub.poke(List.of()))).isEqualTo(Kind.REVOKED);
        }
    }

    @Test
    void isBusyWhileSomebodyHoldsALock() throws Exception {
        try (Console door = WORLD.console("f", "door");
                Connection holding = WORLD.operatorConnection()) {
            holding.setAutoCommit(false);
            PgHub.run(holding, "SELECT FROM sync.device WHERE name = 'f' FOR UPDATE");
            Connection impatient = PgConnections.open(door.access, Patience.ANSWER);
            PgHub.run(impatient, "SET lock_timeout = '50ms'");
            try (Hub hub = new PgHub(impatient, () -> impatient)) {
                assertThat(kind(() -> hub.push(door.sender(), List.of()))).isEqualTo(Kind.BUSY);
                assertThat(hub.clocks()).as("the session still works").isEmpty();
            }
            holding.rollback();
        }
    }

    @Test
    void isBusyWhenTheHubCanOnlyBeRead() {
        try (Console door = WORLD.console("e", "door")) {
            String role = door.access.login().role();
            WORLD.asked("SELECT 1");
            assertThat(
                            kind(
                                    () -> {
                                        try (Hub only = readOnly(door.access)) {
                                            only.hello(
                                                    new Hub.Hello(
                                                            Hub.PROTOCOL,
                                                            "tests",
                                                            UUID.randomUUID()));
                                        }
                                    }))
                    .as(role)
                    .isEqualTo(Kind.BUSY);
        }
    }

    private static Hub readOnly(HubAccess access) throws Exception {
        var connection = PgConnections.open(access, Patience.ANSWER);
        PgHub.run(connection, "SET default_transaction_read_only = on");
        return new PgHub(connection, () -> PgConnections.open(access, Patience.ANSWER));
    }

    private static HubAccess at(HubAccess access, int port) {
        HubAddress hub = access.hub();
        return new HubAccess(
                new HubAddress(
                        hub.host(), port, hub.database(), hub.tls(), hub.bound(), hub.authority()),
                access.device(),
                access.login(),
                access.keys());
    }

    private static Kind connecting(HubAccess access) {
        return kind(() -> new PgConnector(() -> access).connect().close());
    }

    private static Kind kind(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(HubProblem.class, call).kind();
    }
}
