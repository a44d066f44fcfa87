package org.eventops.sync.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Collection;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * How an operator reaches the hub's database: {@code jdbc:postgresql://host:port/database?user=…
 * &password=…}, away from this machine with {@code sslmode=verify-full}.
 */
public final class OperatorUrl {
    private final String url;
    private final Properties parsed;

    private OperatorUrl(String url, Properties parsed) {
        this.url = url;
        this.parsed = parsed;
    }

    /**
     * @throws OperatorProblem {@code BAD_URL}
     */
    public static OperatorUrl of(String url) throws OperatorProblem {
        Properties parsed = url.startsWith("jdbc:postgresql:") ? Driver.parseURL(url, null) : null;
        if (parsed == null) {
            throw new OperatorProblem(OperatorProblem.Kind.BAD_URL, "jdbc:postgresql://…");
        }
        if (parsed.getProperty("PGHOST", "").contains(",")) {
            throw new OperatorProblem(OperatorProblem.Kind.BAD_URL, "1 host");
        }
        return new OperatorUrl(url, parsed);
    }

    String jdbc() {
        return url;
    }

    String user() {
        return parsed.getProperty("user", "");
    }

    /** Host and port, for people. */
    public String place() {
        return parsed.getProperty("PGHOST", "") + ":" + parsed.getProperty("PGPORT", "");
    }

    String database() {
        return parsed.getProperty("PGDBNAME", "");
    }

    /**
     * The address that goes into bundles: consoles reach the hub where the operator does.
     *
     * @throws OperatorProblem {@code NOT_PROTECTED}, {@code BAD_AUTHORITY}
     */
    public HubAddress address() throws OperatorProblem {
        String host = parsed.getProperty("PGHOST", "");
        String mode = parsed.getProperty("sslmode", "");
        boolean checked = mode.equals("verify-full");
        if (!checked && !HubAddress.isLoopback(host)) {
            throw new OperatorProblem(
                    OperatorProblem.Kind.NOT_PROTECTED, mode.isEmpty() ? "-" : mode);
        }
        boolean direct = parsed.getProperty("sslNegotiation", "").equals("direct");
        HubAddress.Tls tls =
                checked
                        ? direct ? HubAddress.Tls.DIRECT : HubAddress.Tls.VERIFIED
                        : HubAddress.Tls.OFF;
        return new HubAddress(
                host,
                Integer.parseInt(parsed.getProperty("PGPORT", "5432")),
                database(),
                tls,
                !parsed.getProperty("channelBinding", "require").equals("disable"),
                checked ? authority() : null);
    }

    /** Without a file, consoles trust whom Java trusts, as the server's certificate is public. */
    private @Nullable String authority() throws OperatorProblem {
        String file = parsed.getProperty("sslrootcert");
        if (file == null) {
            return null;
        }
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (all.size() != 1) {
                throw new OperatorProblem(
                        OperatorProblem.Kind.BAD_AUTHORITY, file + ": " + all.size());
            }
            return Base64.getEncoder().encodeToString(all.iterator().next().getEncoded());
        } catch (IOException | CertificateException e) {
            throw new OperatorProblem(OperatorProblem.Kind.BAD_AUTHORITY, file, e);
        }
    }
}
