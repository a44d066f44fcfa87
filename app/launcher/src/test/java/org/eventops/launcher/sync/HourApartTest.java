package org.eventops.launcher.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.sync.Conflict;
import org.eventops.domain.sync.SyncStatus.State;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.sync.EveningAtADoor.MovedClock;
import org.eventops.launcher.sync.EveningAtADoor.Raw;
import org.eventops.launcher.sync.FaultyWire.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first promise of issue 4: the plug pulled for an hour of scanning at two doors, then put in
 * again. {@code -Dsync.hour=3600} gives each door so many scans; 300 are usual. {@code
 * -Dsync.mended} is for machines that do other work, too: how many seconds may pass until all is
 * everywhere, instead of 30.
 */
class HourApartTest {
    private static final int SCANS = Integer.getInteger("sync.hour", 300);
    private static final int TICKETS = SCANS * 4;
    private static final Duration MENDED = Duration.ofSeconds(Long.getLong("sync.mended", 30));

    @TempDir private Path folder;

    @Test
    void everyTicketThatEnteredTwiceInAnHourApartIsFlaggedAtBothDoors() throws Exception {
        Instant before = Clock.systemUTC().instant().minus(Duration.ofHours(1));
        MovedClock north = new MovedClock(before);
        MovedClock south = new MovedClock(before);
        try (HubForTests hub = new HubForTests(folder.resolve("hub"));
                FaultyWire wire = new FaultyWire(hub.port());
                DoorForTests one = new DoorForTests(folder.resolve("one"), north);
                DoorForTests two = new DoorForTests(folder.resolve("two"), south)) {
            new BigEvent(TICKETS, 0).into(one.console());
            hub.connect(one.console(), hub.bundle("north", "admin", wire.port()));
            one.await("all at the hub", () -> one.waiting() == 0);
            hub.connect(two.console(), hub.bundle("south", "supervisor", wire.port()));
            two.await("the event", () -> two.status().state() == State.UP_TO_DATE);

            wire.fault(Fault.CUT);
            EveningAtADoor atNorth = new EveningAtADoor(one, north, "north", TICKETS, 1);
            EveningAtADoor atSouth = new EveningAtADoor(two, south, "south", TICKETS, 2);
            atNorth.goOn(SCANS);
            atSouth.goOn(SCANS);
            two.await("it noticed", () -> two.status().state() == State.UNREACHABLE);
            assertThat(one.waiting()).isGreaterThanOrEqualTo(SCANS);

            wire.heal();
            long since = System.nanoTime();
            Duration idle = processor();
            one.await("nothing waits", MENDED, () -> one.waiting() == 0);
            two.await("nothing waits", left(since), () -> two.waiting() == 0);
            one.await("nothing comes", left(since), () -> rests(one) && rests(two));
            one.await("the same", left(since), () -> rests(two) && same(one, two));
            Duration took = Duration.ofNanos(System.nanoTime() - since);
            Duration worked = processor().minus(idle);

            List<Raw> all = inHubsOrder(hub, atNorth, atSouth);
            Set<UUID> twice = enteredTwice(all);
            assertThat(twice).hasSizeGreaterThan(SCANS / 20);
            assertThat(flagged(one)).as("at one").isEqualTo(twice);
            assertThat(flagged(two)).as("at the other").isEqualTo(twice);
            assertThat(hub.content(folder.resolve("one"), one.event())).isEqualTo(one.content());
            told(all, twice, took, worked);
        }
    }

    /** Of this process, in which both consoles are. */
    private static Duration processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static boolean rests(DoorForTests door) {
        return door.status().state() == State.UP_TO_DATE;
    }

    private static boolean same(DoorForTests one, DoorForTests two) {
        return one.content().equals(two.content());
    }

    private static Duration left(long since) {
        return MENDED.minusNanos(System.nanoTime() - since);
    }

    /** Of the hub nothing is taken but the order. */
    private static List<Raw> inHubsOrder(HubForTests hub, EveningAtADoor... doors)
            throws Exception {
        Map<UUID, Raw> raw =
                Stream.of(doors)
                        .flatMap(door -> door.raw().stream())
                        .collect(Collectors.toMap(Raw::scan, Function.identity()));
        List<Raw> ordered = new ArrayList<>();
        try (Connection connection = hub.administrator();
                PreparedStatement query =
                        connection.prepareStatement("SELECT id FROM sync.scan ORDER BY sync_seq");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                ordered.add(raw.remove(rows.getObject(1, UUID.class)));
            }
        }
        assertThat(raw).as("never reached the hub").isEmpty();
        assertThat(ordered).as("nobody scanned these").doesNotContainNull();
        return ordered;
    }

    /** By the rules of docs/sync.md, for a list of single entry with re-entry after an exit. */
    private static Set<UUID> enteredTwice(List<Raw> all) {
        Set<UUID> twice = new TreeSet<>();
        Set<String> inside = new HashSet<>();
        for (Raw scan : all) {
            if (scan.undone()) {
                continue;
            }
            if (scan.verdict() == Verdict.EXITED) {
                inside.remove(scan.code());
            } else if (scan.verdict() == Verdict.ADMITTED
                    && !scan.override()
                    && !inside.add(scan.code())) {
                twice.add(scan.scan());
            }
        }
        return twice;
    }

    private static Set<UUID> flagged(DoorForTests door) {
        return door.secondEntries().stream()
                .map(Conflict::row)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void told(List<Raw> all, Set<UUID> twice, Duration took, Duration worked) {
        System.out.printf(
                "An hour apart: %d scans, %d let in, %d of them by override, %d taken back,"
                        + " %d entered twice; equal and empty %d ms after the wire was mended (%d ms"
                        + " of processor time in both consoles).%n",
                all.size(),
                all.stream().filter(scan -> scan.verdict() == Verdict.ADMITTED).count(),
                all.stream().filter(Raw::override).count(),
                all.stream().filter(Raw::undone).count(),
                twice.size(),
                took.toMillis(),
                worked.toMillis());
    }
}
