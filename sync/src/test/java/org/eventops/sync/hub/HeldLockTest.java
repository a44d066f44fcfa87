package org.eventops.sync.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.UUID;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.server.HubAccess;
import org.junit.jupiter.api.Test;

/** A device that keeps what it has locked. */
class HeldLockTest {
    @Test
    void holdsUpOthersOfItsOrganisationForSecondsOnly() throws Exception {
        try (HubWorld world = new HubWorld();
                Console honest = world.console("honrada", "admin")) {
            UUID event = Changes.key();
            honest.push(Changes.event(event, "feria"));
            HubAccess hostile = world.enroll("mala", "door");
            try (Connection holding =
                            DriverManager.getConnection(
                                    hostile.hub().jdbcUrl(),
                                    hostile.hub()
                                            .properties(
                                                    hostile.login().role(),
                                                    hostile.login().secret()));
                    Statement statement = holding.createStatement()) {
                statement.execute("SET idle_in_transaction_session_timeout = 0");
                holding.setAutoCommit(false);
                statement.execute(
                        "SELECT * FROM sync.push('%s', '%s', ARRAY['%s'])"
                                .formatted(
                                        hostile.device().id(),
                                        UUID.randomUUID(),
                                        namesTheEvent(event)));

                assertThatThrownBy(
                                () ->
                                        honest.push(
                                                Changes.gate(
                                                        event, Changes.key(), "norte", "Norte")))
                        .hasCauseInstanceOf(HubProblem.class)
                        .hasMessageContaining("BUSY");
                assertThat(
                                honest.push(Changes.gate(event, Changes.key(), "norte", "Norte"))
                                        .outcome())
                        .isEqualTo(Receipt.Outcome.APPLIED);
                assertThat(holding.isValid(5)).isFalse();
            }
        }
    }

    /** Whatever comes of it, the event's clock is locked. */
    private static String namesTheEvent(UUID event) {
        return "{\"n\":1,\"id\":\"%s\",\"at\":\"2026-11-21T10:00:00.000000Z\",\"changes\":[{\"t\":\"gate\",\"s\":\"%s\",\"o\":\"I\",\"k\":\"%s\",\"c\":{}}]}"
                .formatted(Changes.key(), event, Changes.key());
    }
}
