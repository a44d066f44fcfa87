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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Whole consoles and a real hub with a bad wire between them. The tests wait for dead links to be
 * noticed, so they do it side by side, each in an organisation of its own.
 */
@Execution(ExecutionMode.CONCURRENT)
class FaultyWireTest {
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
    void aConnectionCutInTheMiddleOfAPushIsTakenUpAgain() throws Exception {
        try (BadPlace place = place("cut").joined()) {
            place.wire.fault(Fault.DEAF_HUB);
            place.enter(50);
            // Half of a batch has gone when the wire breaks.
            place.wire.afterBytesToHub(8_000, () -> place.wire.fault(Fault.CUT));
            place.wire.fault(Fault.NONE);
            place.saysSo(Trouble.UNREACHABLE);
            place.enter(10);
            place.wire.heal();
            place.isWhole();
        }
    }

    @Test
    void aPushWhoseAnswerIsLostAfterTheCommitIsNotMergedTwice() throws Exception {
        try (BadPlace place = place("answer").joined()) {
            long before = place.answeredAtHub();
            try (Connection held = place.holdsPushes()) {
                place.enter(1);
                place.door.await("the push", place::pushWaits);
                place.wire.fault(Fault.DEAF_CONSOLE);
                held.rollback();
            }
            place.door.await("the commit", () -> place.answeredAtHub() == before + 1);
            assertThat(place.door.waiting()).as("the door does not know").isEqualTo(1);
            place.wire.fault(Fault.CUT);
            place.saysSo(Trouble.UNREACHABLE);
            place.wire.heal();
            place.isWhole();
        }
    }

    @Test
    void answersThatNeverArriveAreNoticedAndTheWorkIsNotDoneAgain() throws Exception {
        try (BadPlace place = place("one-way").joined()) {
            place.wire.fault(Fault.DEAF_CONSOLE);
            place.enter(40);
            place.saysSo(Trouble.UNREACHABLE);
            place.wire.heal();
            place.isWhole();
        }
    }

    @Test
    void wordsThatNeverReachTheHubAreNoticed() throws Exception {
        try (BadPlace place = place("unheard").joined()) {
            place.wire.fault(Fault.DEAF_HUB);
            place.enter(40);
            place.saysSo(Trouble.UNREACHABLE);
            place.wire.heal();
            place.isWhole();
        }
    }

    @Test
    void aLinkThatIsDeadWithoutSayingSoIsNoticed() throws Exception {
        try (BadPlace place = place("half-open").joined()) {
            place.wire.fault(Fault.HALF_OPEN);
            place.enter(40);
            place.saysSo(Trouble.UNREACHABLE);
            place.wire.heal();
            place.isWhole();
        }
    }

    @Test
    void aLinkThatLostItsPlaceOnTheWayIsGivenUpInTime() throws Exception {
        try (BadPlace place = place("forgotten").joined()) {
            place.wire.fault(Fault.HALF_OPEN);
            place.enter(40);
            place.wire.healForNewOnes();
            place.isWhole();
            // The hub still thinks that those of the first time are there.
            place.wire.fault(Fault.HALF_OPEN);
            place.enter(10);
            place.wire.healForNewOnes();
            place.isWhole();
        }
    }

    @Test
    void aByteASecondIsTooLittleAndIsSaid() throws Exception {
        try (BadPlace place = place("crawl").joined()) {
            place.wire.fault(Fault.CRAWL);
            place.enter(40);
            place.saysSo(Trouble.UNREACHABLE);
            place.wire.heal();
            place.isWhole();
        }
    }

    @Test
    void anAnswerThatComesByDropsIsNotWaitedForForEver() throws Exception {
        try (BadPlace place = place("drops").joined()) {
            try (Connection held = place.holdsPushes()) {
                place.enter(40);
                place.door.await("the push", place::pushWaits);
                place.wire.fault(Fault.CRAWL);
                held.rollback();
            }
            place.saysSo(Trouble.UNREACHABLE);
            place.wire.heal();
            place.isWhole();
        }
    }

    @Test
    void aLargeChangeGetsThroughAPoorWireToo() throws Exception {
        try (BadPlace place = place("poor")) {
            place.joinAs("organizer");
            place.door.await("the event", () -> place.door.status().state() == State.UP_TO_DATE);
            int begun = place.wire.begun();
            place.wire.fault(Fault.SLOW);
            place.grow(900);
            place.door.await("all of it", () -> place.door.waiting() == 0);
            assertThat(place.wire.begun()).as("no link was given up").isEqualTo(begun);
            place.isWhole();
        }
    }

    @Test
    void aFirstLoadResetInTheMiddleOfItsCopyIsFinishedAfterwards() throws Exception {
        try (BadPlace place = new BadPlace(hub, folder, "load", 3_000)) {
            place.wire.afterBytesFromHub(300_000, () -> place.wire.fault(Fault.CUT));
            place.join();
            place.door.await("the cut", () -> place.door.status().trouble() == Trouble.UNREACHABLE);
            assertThat(place.door.status().doorReady()).isFalse();
            place.wire.heal();
            place.door.await("the rest", () -> place.door.status().state() == State.UP_TO_DATE);
            place.enter(5);
            place.isWhole();
        }
    }

    @Test
    void theListeningConnectionFrozenDoesNotKeepOthersScansAway() throws Exception {
        try (BadPlace place = place("listener").joined()) {
            place.wire.fault(Fault.DEAF_LISTENER);
            place.enter(place.office, 20);
            place.door.await(
                    "what was scanned elsewhere",
                    BadPlace.MENDED,
                    () -> place.door.content().equals(place.office.content()));
            assertThat(place.door.status().trouble()).as("the poll goes on").isNull();
            place.enter(20);
            place.door.await("it goes out, too", () -> place.door.waiting() == 0);
            place.wire.heal();
            place.isWhole();
        }
    }
}
