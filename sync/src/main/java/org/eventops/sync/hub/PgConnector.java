package org.eventops.sync.hub;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import org.eventops.sync.engine.Connector;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.server.HubAccess;

/** Connections of one device to its hub in PostgreSQL. */
public final class PgConnector implements Connector {
    /**
     * Longer than a lock is waited for at the hub; short enough for a link that died unnoticed to
     * be replaced half a minute after the wire was mended.
     */
    static final Duration ANSWER = Duration.ofSeconds(15);

    private final Supplier<HubAccess> access;

    /**
     * @param access asked at every connection: a secret may have been replaced
     */
    public PgConnector(Supplier<HubAccess> access) {
        this.access = access;
    }

    @Override
    public Hub connect() throws HubProblem {
        HubAccess now = access.get();
        try {
            return new PgHub(
                    PgConnections.open(now, ANSWER), () -> PgConnections.open(now, ANSWER));
        } catch (SQLException e) {
            throw PgProblem.of(e);
        }
    }
}
