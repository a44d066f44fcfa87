package org.eventops.persistence.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.UUID;
import org.eventops.domain.event.EventId;
import org.eventops.persistence.Gala;
import org.eventops.persistence.Store;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores of before there was a hub. */
class MigrationTest {
    private static final String EVENT = "0199d6a0-0000-7000-8000-000000000001";
    private static final String ORDER = "0199d6a0-0000-7000-8000-000000000002";

    @TempDir Path folder;

    @Test
    void bringsAStoreOfBeforeSyncUp() throws SQLException {
        Flyway.configure()
                .dataSource("jdbc:h2:file:" + folder.resolve("store"), "sa", "")
                .locations("classpath:org/eventops/persistence/migration")
                .target("4")
                .load()
                .migrate();
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:h2:file:" + folder.resolve("store"), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO ticket_order (id, tenant, scope, code, code_folded, status,"
                            + " approval, valid_while_pending) VALUES ('%s', '%s', '%s', 'A', 'a',"
                                    .formatted(ORDER, EVENT, EVENT)
                            + " 'PAID', 'NOT_NEEDED', FALSE)");
            statement.execute(
                    "INSERT INTO outbox (number, id, at) VALUES (41, '%s', '2026-11-20 10:00:00Z')"
                            .formatted(ORDER));
        }
        try (Store store = Store.open(folder, Clock.systemUTC())) {
            EventId event = Gala.made(store, 2);
            assertThat(store.outbox().waiting(41, 10, 1L << 30)).hasSize(1);
            assertThat(store.outbox().waiting(41, 10, 1L << 30).getFirst().number()).isEqualTo(42);
            assertThat(StoreProbe.hash(store, UUID.fromString(EVENT), "ticket_order").rows())
                    .isEqualTo(1);
            assertThat(StoreProbe.hash(store, event.value(), "ticket").rows()).isEqualTo(2);
        }
    }
}
