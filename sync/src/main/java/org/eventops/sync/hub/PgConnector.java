package org.eventops.sync.hub;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.eventops.sync.engine.Connector;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.server.HubAccess;

/** Connections of one device to its hub in PostgreSQL. */
public final class PgConnector implements Connector {
    private final Supplier<HubAccess> access;
    private final OwnSessions own;

    /**
     * @param access asked at every connection: a secret may have been replaced
     */
    public PgConnector(Supplier<HubAccess> access) {
        this(access, new OwnSessions());
    }

    /**
     * @param own what this console has begun before
     */
    public PgConnector(Supplier<HubAccess> access, OwnSessions own) {
        this.access = access;
        this.own = own;
    }

    @Override
    public Hub connect() throws HubProblem {
        HubAccess now = access.get();
        try {
            return new PgHub(
                    PgConnections.open(now, Patience.ANSWER, own),
                    () -> PgConnections.open(now, Patience.ANSWER));
        } catch (SQLException e) {
            throw PgProblem.of(e);
        }
    }
}
