package org.eventops.sync.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL that lets nobody in without SCRAM, prepared with {@code before-init.sql} for an
 * operator who is no superuser. One for all tests of this process.
 */
public final class HubServer {
    /** Figures want a disk that is waited for; tests do not. */
    private static final String DURABLE = System.getenv("HUB_FSYNC") == null ? "off" : "on";

    private static final String SECRET = "postgres-of-the-tests";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final HubServer ONE = start();

    private final EmbeddedPostgres postgres;
    private final ServerCertificate certificate;

    private HubServer(EmbeddedPostgres postgres, ServerCertificate certificate) {
        this.postgres = postgres;
        this.certificate = certificate;
    }

    public static HubServer running() {
        return ONE;
    }

    /** Of the server's key, which is its own authority. */
    ServerCertificate certificate() {
        return certificate;
    }

    int port() {
        return postgres.getPort();
    }

    /** A new database with an operator of its own, as before {@code server init}. */
    public OperatorUrl prepared() {
        int number = DATABASES.incrementAndGet();
        String name = "hub" + number;
        String operator = "operator" + number;
        try {
            String[] script =
                    Files.readString(script())
                            .replace("eventops_operator", operator)
                            .replace("DATABASE eventops ", "DATABASE " + name + " ")
                            .replace("change-me", "operator-secret")
                            .split("\\\\connect eventops", -1);
            run("postgres", withoutComments(script[0]).split(";\\s*", -1));
            run(name, withoutComments(script[1]));
            return OperatorUrl.of(url(name, operator, "operator-secret"));
        } catch (IOException | SQLException | OperatorProblem e) {
            throw new IllegalStateException(e);
        }
    }

    /** From whichever module the tests run. */
    private static Path script() {
        Path near = Path.of("../packaging/hub/before-init.sql");
        return Files.exists(near) ? near : Path.of("..").resolve(near);
    }

    public void asSuperuser(String statement) throws SQLException {
        run("postgres", statement);
    }

    public static String database(OperatorUrl operator) {
        return operator.database();
    }

    /** A connection as the operator of this database. */
    public Connection as(OperatorUrl operator) throws SQLException {
        return DriverManager.getConnection(operator.jdbc());
    }

    private static String withoutComments(String sql) {
        return sql.replaceAll("(?m)^--.*$", "").strip();
    }

    String url(String database, String user, String secret) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s"
                .formatted(port(), database, user, secret);
    }

    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database, "postgres", SECRET));
    }

    public void run(String database, String... statements) throws SQLException {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
        }
    }

    private static HubServer start() {
        try {
            Path data = Files.createTempDirectory("hub-server");
            EmbeddedPostgres postgres =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(data.resolve("data"))
                            .setServerConfig("max_connections", "60")
                            .setServerConfig("fsync", DURABLE)
                            .setServerConfig("synchronous_commit", DURABLE)
                            .start();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("ALTER ROLE postgres PASSWORD '" + SECRET + "'");
                Files.writeString(
                        data.resolve("data/pg_hba.conf"),
                        "local all all reject\nhost all all all scram-sha-256\n");
                ServerCertificate certificate = ServerCertificate.made(data);
                statement.execute("ALTER SYSTEM SET ssl_cert_file = '" + certificate.file() + "'");
                statement.execute("ALTER SYSTEM SET ssl_key_file = '" + certificate.key() + "'");
                statement.execute("ALTER SYSTEM SET ssl = on");
                statement.execute("SELECT pg_reload_conf()");
                return new HubServer(postgres, certificate);
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
