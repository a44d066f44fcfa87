package org.eventops.sync.server;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where a hub is reached, and how it proves that it is the one.
 *
 * @param port TCP port, 1 to 65535
 * @param bound whether the secret's proof is tied to the TLS channel, so that nobody can stand
 *     between; only a pooler needs it to be false
 * @param authority the only authority trusted for it, X.509 as base64 of DER; null for those that
 *     this Java trusts
 */
public record HubAddress(
        String host,
        int port,
        String database,
        Tls tls,
        boolean bound,
        @Nullable String authority) {
    /** How the connection is protected. Names are kept in bundles. */
    public enum Tls {
        /** Not at all: for a hub on this same machine only. */
        OFF,
        /** TLS after the server's consent; name and authority of the certificate are checked. */
        VERIFIED,
        /** TLS from the first byte, for port 443 (PostgreSQL 17 or newer); checked likewise. */
        DIRECT
    }

    public HubAddress {
        if (host.isBlank() || database.isBlank()) {
            throw new IllegalArgumentException("a hub has a host and a database");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port is 1 to 65535: " + port);
        }
        if (tls == Tls.OFF && !isLoopback(host)) {
            throw new IllegalArgumentException(
                    "without TLS a hub is on this machine only: " + host);
        }
    }

    static boolean isLoopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }

    /** For {@code DriverManager}; without any secret. */
    public String jdbcUrl() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return "jdbc:postgresql://" + name + ":" + port + "/" + database;
    }

    /**
     * What goes with the URL: who calls, and the checks of the server.
     *
     * @param secret of the login role
     */
    public Properties properties(String role, String secret) {
        Properties given = new Properties();
        given.setProperty("user", role);
        given.setProperty("password", secret);
        given.setProperty("ApplicationName", "eventops");
        given.setProperty("sslmode", tls == Tls.OFF ? "disable" : "verify-full");
        given.setProperty("channelBinding", tls != Tls.OFF && bound ? "require" : "prefer");
        given.setProperty("requireAuth", "scram-sha-256");
        if (tls == Tls.DIRECT) {
            given.setProperty("sslNegotiation", "direct");
        }
        if (tls != Tls.OFF) {
            given.setProperty("sslfactory", PinnedAuthority.class.getName());
            if (authority != null) {
                given.setProperty("sslfactoryarg", authority);
            }
        }
        return given;
    }
}
