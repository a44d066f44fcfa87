package org.eventops.sync.server;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.eventops.sync.engine.HubProblem;

/**
 * A console's first connection, which replaces the bundle's secret by one that only it knows. It
 * can be cut anywhere: the new secret is durable here before the hub hears of it, and afterwards
 * both are tried.
 */
public final class FirstConnection {
    private final DeviceSecrets secrets;
    private final SecureRandom random;

    public FirstConnection(DeviceSecrets secrets, SecureRandom random) {
        this.secrets = secrets;
        this.random = random;
    }

    /**
     * Uses a bundle, or goes on with the same one after a cut.
     *
     * @return what is kept from now on
     * @throws HubProblem {@code REFUSED} if it was used or its time is over: then nothing is kept;
     *     with any other problem it can be tried again
     * @throws IllegalStateException if this store belongs to a hub as another device
     */
    public HubAccess use(EnrolmentBundle bundle) throws HubProblem {
        Optional<HubAccess> kept = secrets.read();
        if (kept.isPresent()) {
            if (!kept.get().device().id().equals(bundle.access().device().id())) {
                throw new IllegalStateException("this store belongs to a hub already");
            }
            return settled(kept.get());
        }
        HubAccess changing =
                bundle.access().with(bundle.access().login().changing(Secret.made(random)));
        secrets.keep(changing);
        try {
            return replaced(changing);
        } catch (HubProblem e) {
            if (e.kind() == HubProblem.Kind.REFUSED) {
                secrets.forget();
            }
            throw e;
        }
    }

    /**
     * Ends a change of the secret that was cut; to be called before any other connection.
     *
     * @return the access as it is to be used
     * @throws HubProblem if the hub cannot be asked, or knows neither secret
     */
    public HubAccess settled(HubAccess kept) throws HubProblem {
        String next = kept.login().next();
        if (next == null) {
            return kept;
        }
        try {
            connected(kept, next).close();
            return keep(kept, next);
        } catch (SQLException e) {
            HubProblem problem = LoginProblem.of(e);
            if (problem.kind() != HubProblem.Kind.REFUSED) {
                throw problem;
            }
            return replaced(kept);
        }
    }

    /** Replaces the secret of a console that is enrolled, for whoever thinks it was seen. */
    public HubAccess renewed(HubAccess kept) throws HubProblem {
        HubAccess settled = settled(kept);
        HubAccess changing = settled.with(settled.login().changing(Secret.made(random)));
        secrets.keep(changing);
        return replaced(changing);
    }

    private HubAccess replaced(HubAccess changing) throws HubProblem {
        String next = Objects.requireNonNull(changing.login().next());
        try (Connection connection = connected(changing, changing.login().secret());
                PreparedStatement change =
                        connection.prepareStatement("SELECT sync.device_secret(?)")) {
            change.setString(1, ScramVerifier.of(next, random));
            change.execute();
        } catch (SQLException e) {
            throw LoginProblem.of(e);
        }
        return keep(changing, next);
    }

    private HubAccess keep(HubAccess access, String known) {
        HubAccess kept = access.with(access.login().changed(known));
        secrets.keep(kept);
        return kept;
    }

    /** A connection whose every wait has an end. */
    static Connection connected(HubAccess access, String secret) throws SQLException {
        Properties how = access.hub().properties(access.login().role(), secret);
        how.setProperty("connectTimeout", "10");
        how.setProperty("socketTimeout", "20");
        return DriverManager.getConnection(access.hub().jdbcUrl(), how);
    }
}
