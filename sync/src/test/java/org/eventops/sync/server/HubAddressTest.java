package org.eventops.sync.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.server.HubAddress.Tls;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a console knows the hub it talks to. */
class HubAddressTest {
    private static final HubServer SERVER = HubServer.running();
    private static final OperatorUrl URL = SERVER.prepared();

    @TempDir private static Path folder;
    private static HubAccess device;

    @BeforeAll
    static void enrol() throws Exception {
        String checked =
                URL.jdbc()
                        + "&sslmode=verify-full&sslrootcert="
                        + SERVER.certificate().file().toString();
        try (HubOperator operator = HubOperator.at(OperatorUrl.of(checked), Samples.RANDOM)) {
            operator.init();
            EnrolmentBundle bundle =
                    operator.enroll(operator.addTenant("Sala"), "puerta", "door", List.of());
            device =
                    new FirstConnection(
                                    new FolderDeviceSecrets(folder, Samples.KEY), Samples.RANDOM)
                            .use(bundle);
        }
    }

    @Test
    void carriesTheOperatorsAuthorityInTheBundle() {
        assertThat(device.hub().tls()).isEqualTo(Tls.VERIFIED);
        assertThat(device.hub().authority()).isEqualTo(SERVER.certificate().authority());
    }

    @Test
    void encryptsAndProvesTheSecretForThisVeryChannel() throws Exception {
        for (Tls tls : List.of(Tls.VERIFIED, Tls.DIRECT)) {
            try (Connection connection = connected("127.0.0.1", tls, device.hub().authority())) {
                assertThat(
                                TwoOrganisations.one(
                                        connection,
                                        "SELECT version FROM pg_stat_ssl WHERE pid ="
                                                + " pg_backend_pid()"))
                        .isEqualTo("TLSv1.3");
            }
        }
    }

    @Test
    void trustsNoOtherAuthority() throws Exception {
        assertThat(problem("127.0.0.1", ServerCertificate.made(folder).authority()))
                .isEqualTo(HubProblem.Kind.NOT_A_HUB);
        assertThat(problem("127.0.0.1", null)).isEqualTo(HubProblem.Kind.NOT_A_HUB);
    }

    @Test
    void trustsNoServerOfAnotherName() {
        assertThat(problem("localhost", device.hub().authority()))
                .isEqualTo(HubProblem.Kind.NOT_A_HUB);
    }

    @Test
    void refusesToGoWithoutTlsToAnotherMachine() {
        assertThatThrownBy(() -> new HubAddress("hub.example.org", 5432, "x", Tls.OFF, true, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static HubProblem.Kind problem(String host, @Nullable String authority) {
        SQLException e =
                catchThrowableOfType(
                        SQLException.class, () -> connected(host, Tls.VERIFIED, authority).close());
        assertThat((Throwable) e).as("it should have been refused").isNotNull();
        return LoginProblem.of(e).kind();
    }

    private static Connection connected(String host, Tls tls, @Nullable String authority)
            throws SQLException {
        HubAddress hub = device.hub();
        return HubOperatorTest.connected(
                new HubAccess(
                        new HubAddress(host, hub.port(), hub.database(), tls, true, authority),
                        device.device(),
                        device.login(),
                        device.keys()));
    }
}
