package org.eventops.launcher.wiring;

import java.util.UUID;
import org.eventops.domain.change.replica.Replica.Membership;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.hub.PgConnector;
import org.eventops.sync.server.HubAccess;

/** What a device that was let in still needs before its store can exchange: a lineage. */
public final class Joining {
    private Joining() {}

    /**
     * Asks the hub for a new lineage.
     *
     * @return what the store is to keep or be adopted with
     */
    public static Membership of(HubAccess access) throws HubProblem {
        try (Hub hub = new PgConnector(() -> access).connect()) {
            Hub.Welcome welcome = hub.hello(new Hub.Hello(Hub.PROTOCOL, "eventops", null));
            UUID lineage = hub.newLineage();
            return new Membership(welcome.device(), welcome.tenant(), lineage);
        }
    }
}
