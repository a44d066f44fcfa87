package org.eventops.launcher.bench.sync;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.eventops.launcher.hub.DevHub;
import org.eventops.launcher.hub.HubFailure;
import org.eventops.sync.server.EnrolmentBundle;
import org.eventops.sync.server.HubOperator;
import org.eventops.sync.server.OperatorProblem;
import org.eventops.sync.server.OperatorUrl;

/** A hub of its own for one measurement: a real PostgreSQL, fsync on. */
final class BenchHub implements AutoCloseable {
    private final DevHub hub;
    private final DevHub.Ready ready;
    private final SecureRandom random = new SecureRandom();

    BenchHub(Path folder) {
        this.hub = new DevHub(folder, random);
        try {
            this.ready = hub.start(Optional.empty());
        } catch (HubFailure | OperatorProblem e) {
            throw new IllegalStateException("the hub did not start", e);
        }
    }

    EnrolmentBundle enroll(String name) {
        try (HubOperator operator = HubOperator.at(OperatorUrl.of(ready.url()), random)) {
            return operator.enroll(ready.tenant(), name, "organizer", List.of());
        } catch (OperatorProblem e) {
            throw new IllegalStateException("no console was let in", e);
        }
    }

    /** The words of a command that lets a console in. */
    List<String> enrolment(String name, Path bundle, Path passphrase) {
        return ready.enrolment(name, bundle, passphrase);
    }

    /** A number the server knows, asked as its operator. */
    long ask(String sql) {
        try (Connection connection = DriverManager.getConnection(ready.url());
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            hub.stop();
        } catch (HubFailure e) {
            throw new IllegalStateException("the hub did not stop", e);
        }
    }
}
