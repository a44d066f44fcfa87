package org.eventops.sync.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eventops.sync.server.HubAccess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PgWakeupsTest {
    private static final HubWorld WORLD = new HubWorld();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void wakesWhoeverListensInTheSameOrganisationAndNobodyElse() throws Exception {
        HubAccess theirs = WORLD.enroll(WORLD.addTenant("Sala Otra"), "puerta", "door");
        Semaphore ours = new Semaphore(0);
        Semaphore others = new Semaphore(0);
        HubAccess listening = WORLD.enroll("oye", "door");
        try (Console poking = WORLD.console("toca", "door");
                PgWakeups here = new PgWakeups(() -> listening);
                PgWakeups there = new PgWakeups(() -> theirs)) {
            here.start(ours::release);
            there.start(others::release);
            // Each is told once when it has begun to listen.
            assertThat(ours.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
            assertThat(others.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
            poking.hub.poke(List.of());
            assertThat(ours.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
            assertThat(others.tryAcquire(300, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void comesBackWhenItsSessionWasEnded() throws Exception {
        Semaphore poked = new Semaphore(0);
        HubAccess access = WORLD.enroll("vuelve", "door");
        try (Console poking = WORLD.console("toca 2", "door");
                PgWakeups here = new PgWakeups(() -> access)) {
            here.start(poked::release);
            assertThat(poked.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
            WORLD.endSessions(access.login().role());
            assertThat(poked.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
            poking.hub.poke(List.of());
            assertThat(poked.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        }
    }
}
