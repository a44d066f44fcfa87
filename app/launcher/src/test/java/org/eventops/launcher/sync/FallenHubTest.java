package org.eventops.launcher.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import org.eventops.domain.sync.SyncStatus.State;
import org.eventops.domain.sync.SyncStatus.Trouble;
import org.eventops.launcher.sync.FaultyWire.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole consoles whose hub falls, or cannot do what it is asked. */
class FallenHubTest {
    private static final int TICKETS = 300;

    @TempDir private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static HubForTests hub;

    @BeforeAll
    static void aHub() throws Exception {
        hub = new HubForTests(folder.resolve("hub"));
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
    }

    private static BadPlace place(String name) throws Exception {
        return new BadPlace(hub, folder, name, TICKETS);
    }

    @Test
    void aHubStoppedAtOnceInTheMiddleOfAPushLosesNothing() throws Exception {
        try (BadPlace place = place("push").joined()) {
            try (Connection held = place.holdsPushes()) {
                place.enter(50);
                place.door.await("the push waits inside the hub", place::pushWaits);
                assertThat(held.isClosed()).as("still waiting").isFalse();
                hub.fall();
            }
            place.saysSo(Trouble.UNREACHABLE);
            place.enter(5);
            hub.startAgain();
            place.isWhole();
        }
    }

    @Test
    void aHubStoppedAtOnceInTheMiddleOfAFirstLoadGoesOnWithItAfterwards() throws Exception {
        try (BadPlace place = new BadPlace(hub, folder, "load", 4_000)) {
            place.wire.afterBytesFromHub(400_000, FallenHubTest::fall);
            place.join();
            place.door.await(
                    "the fall", () -> place.door.status().trouble() == Trouble.UNREACHABLE);
            assertThat(place.door.status().doorReady()).isFalse();
            hub.startAgain();
            place.door.await(
                    "the rest",
                    BadPlace.MENDED,
                    () -> place.door.status().state() == State.UP_TO_DATE);
            place.enter(5);
            place.isWhole();
        }
    }

    @Test
    void aHubThatMayOnlyBeReadIsSaidAndWaitedFor() throws Exception {
        try (BadPlace place = place("read-only").joined()) {
            hub.run("ALTER SYSTEM SET default_transaction_read_only = on");
            hub.run("SELECT pg_reload_conf()");
            place.enter(30);
            place.saysSo(Trouble.BUSY);
            hub.run("ALTER SYSTEM RESET default_transaction_read_only");
            hub.run("SELECT pg_reload_conf()");
            place.isWhole();
        }
    }

    @Test
    void aHubAtItsConnectionLimitIsSaidAndWaitedFor() throws Exception {
        try (BadPlace place = place("full").joined()) {
            hub.run("ALTER DATABASE eventops CONNECTION LIMIT 0");
            place.wire.resetAll();
            place.enter(30);
            place.saysSo(Trouble.BUSY);
            hub.run("ALTER DATABASE eventops CONNECTION LIMIT -1");
            place.isWhole();
        }
    }

    @Test
    void aSecondConnectionThatIsNotToBeHadOnlyCostsThePokes() throws Exception {
        try (BadPlace place = place("scarce").joined()) {
            place.wire.fault(Fault.CUT);
            hub.run(
                    "DO $$ DECLARE each name; BEGIN FOR each IN SELECT login FROM sync.device"
                            + " WHERE name = 'door' LOOP EXECUTE format('ALTER ROLE %I CONNECTION LIMIT 1',"
                            + " each); END LOOP; END $$");
            place.door.await("the cut", () -> place.door.status().trouble() != null);
            place.wire.heal();
            place.enter(place.office, 20);
            place.enter(20);
            place.isWhole();
            // An attempt at a second one is there for a moment, until it is refused.
            place.door.await("one link", () -> place.wire.connections() <= 1);
        }
    }

    private static void fall() {
        try {
            hub.fall();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
