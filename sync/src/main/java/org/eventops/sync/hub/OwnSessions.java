package org.eventops.sync.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The sessions a console has begun for one purpose. Of a link that died unnoticed the hub keeps the
 * session for up to a minute, and a device has three at most: so whoever comes back ends what was
 * its own before. It ends no other's: a copy of this console may be at work, too.
 */
public final class OwnSessions {
    private static final String END =
            "SELECT count(*) FILTER (WHERE pg_terminate_backend(a.pid)) FROM pg_stat_activity a"
                    + " WHERE a.pid = ANY (?) AND a.usename = session_user"
                    + " AND a.pid <> pg_backend_pid()";

    private final List<Integer> before = new ArrayList<>();

    /** To be called first of all in a new session. */
    synchronized void begun(Connection session) throws SQLException {
        if (!before.isEmpty()) {
            end(session);
        }
        before.clear();
        before.add(session.unwrap(PGConnection.class).getBackendPID());
    }

    private void end(Connection session) throws SQLException {
        try (PreparedStatement ask = session.prepareStatement(END)) {
            ask.setArray(1, session.createArrayOf("int4", before.toArray()));
            ask.execute();
        }
    }
}
