package org.eventops.launcher.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.eventops.sync.server.HubOperator;
import org.eventops.sync.server.OperatorProblem;
import org.eventops.sync.server.OperatorUrl;

/**
 * A hub on this machine, for trying sync and for tests: a real PostgreSQL on loopback, prepared as
 * an operator does it, with one organisation. Killed or not, the next start on the same folder goes
 * on where it was.
 */
public final class DevHub {
    /** The organisation that is there from the beginning. */
    public static final String TENANT = "demo";

    private final Path folder;
    private final SecureRandom random;

    /**
     * @param folder everything of it lies below; made if need be
     */
    public DevHub(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    /**
     * Ready for use.
     *
     * @param url for an operator, credentials in it
     * @param server its process
     */
    public record Ready(String url, HubOperator.Tenant tenant, ProcessHandle server) {
        /** The words of a command that lets an organizer's console in. */
        public List<String> enrolment(String name, Path bundle, Path passphrase) {
            return List.of(
                    "server",
                    "enroll",
                    "--hub",
                    url,
                    "--tenant",
                    tenant.name(),
                    "--name",
                    name,
                    "--role",
                    "organizer",
                    "--out",
                    bundle.toString(),
                    "--passphrase-file",
                    passphrase.toString());
        }
    }

    /**
     * Starts it, or takes over one that still runs.
     *
     * @param port to listen on; empty for the one of the last time, or a free one
     */
    public Ready start(Optional<Integer> port) throws HubFailure, OperatorProblem {
        DevHubSecrets secrets = secrets(port);
        PostgresServer server = server();
        server.create(secrets.administrator());
        Optional<PostgresServer.Running> still = server.running();
        if (still.isPresent() && still.get().port() != secrets.port()) {
            server.stop();
            still = Optional.empty();
        }
        PostgresServer.Running running =
                still.isPresent() ? still.get() : server.start(secrets.port());
        prepare(secrets);
        return new Ready(url(secrets), tenant(secrets), running.process());
    }

    /** Stops it in peace, if it runs. */
    public void stop() throws HubFailure {
        PostgresServer server = server();
        if (server.running().isPresent()) {
            server.stop();
        }
    }

    private PostgresServer server() throws HubFailure {
        return new PostgresServer(PostgresPrograms.in(folder), folder);
    }

    private DevHubSecrets secrets(Optional<Integer> port) throws HubFailure {
        DevHubSecrets.makeFolder(folder);
        DevHubSecrets secrets =
                DevHubSecrets.there(folder)
                        ? DevHubSecrets.read(folder)
                        : DevHubSecrets.made(port.isPresent() ? port.get() : freePort(), random);
        DevHubSecrets asked = port.isPresent() ? secrets.at(port.get()) : secrets;
        asked.keep(folder);
        return asked;
    }

    private static int freePort() throws HubFailure {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new HubFailure(HubFailure.Kind.PORT, "0", e);
        }
    }

    /** What an operator's administrator does, once. */
    private void prepare(DevHubSecrets secrets) throws HubFailure {
        String address = "jdbc:postgresql://127.0.0.1:" + secrets.port() + "/";
        try {
            if (!run(
                    address + "postgres",
                    secrets,
                    "SELECT FROM pg_database WHERE datname = 'eventops'")) {
                List<String> parts = script(secrets);
                String[] statements = parts.getFirst().split(";", -1);
                // A start that was killed between the two may have left the operator behind.
                run(address + "postgres", secrets, "DROP ROLE IF EXISTS eventops_operator");
                for (String each : statements) {
                    run(address + "postgres", secrets, each);
                }
            }
            run(address + "eventops", secrets, script(secrets).getLast());
        } catch (SQLException e) {
            throw new HubFailure(HubFailure.Kind.NOT_STARTED, String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean run(String address, DevHubSecrets secrets, String sql)
            throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(address, "postgres", secrets.administrator());
                Statement statement = connection.createStatement()) {
            if (sql.isBlank() || !statement.execute(sql)) {
                return false;
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next();
            }
        }
    }

    private static List<String> script(DevHubSecrets secrets) throws HubFailure {
        try (InputStream in = DevHub.class.getResourceAsStream("before-init.sql")) {
            if (in == null) {
                throw new HubFailure(HubFailure.Kind.NO_PROGRAMS, "before-init.sql");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(
                    text.replaceAll("(?m)^--.*$", "")
                            .replace("change-me", secrets.operator())
                            .split("\\\\connect eventops", -1));
        } catch (IOException e) {
            throw new HubFailure(HubFailure.Kind.NO_PROGRAMS, "before-init.sql", e);
        }
    }

    private HubOperator.Tenant tenant(DevHubSecrets secrets) throws OperatorProblem {
        try (HubOperator operator = HubOperator.at(OperatorUrl.of(url(secrets)), random)) {
            operator.init();
            try {
                return operator.tenant(TENANT);
            } catch (OperatorProblem e) {
                if (e.kind() != OperatorProblem.Kind.NO_TENANT) {
                    throw e;
                }
                return operator.addTenant(TENANT);
            }
        }
    }

    private static String url(DevHubSecrets secrets) {
        return "jdbc:postgresql://127.0.0.1:%d/eventops?user=eventops_operator&password=%s"
                .formatted(secrets.port(), secrets.operator());
    }
}
