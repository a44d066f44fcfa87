package org.eventops.launcher.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.eventops.domain.door.CheckinAnswer;
import org.eventops.domain.door.Operator;
import org.eventops.domain.door.Scan;
import org.eventops.domain.door.ScanId;
import org.eventops.domain.door.ScanKind;
import org.eventops.domain.door.ScanRequest;
import org.eventops.domain.door.UndoOutcome;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.event.EventId;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;

/** What happens at one door in an hour, drawn from a number, and written down beside the store. */
final class EveningAtADoor {
    /** One scan as it was answered; {@code undone} is true once it was taken back. */
    record Raw(UUID scan, String code, Verdict verdict, boolean override, boolean undone) {}

    private static final Operator STEWARD = Operator.steward("ana");

    private final OpenConsole console;
    private final EventId event;
    private final String gate;
    private final Random random;
    private final int tickets;
    private final MovedClock clock;
    private final List<Raw> raw = new ArrayList<>();

    /** Stands where it is put. */
    static final class MovedClock extends Clock {
        private volatile Instant now;

        MovedClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }

        void move(Duration by) {
            now = now.plus(by);
        }
    }

    EveningAtADoor(DoorForTests door, MovedClock clock, String gate, int tickets, long seed) {
        this.console = door.console();
        this.event = door.event();
        this.clock = clock;
        this.gate = gate;
        this.tickets = tickets;
        this.random = new Random(seed);
    }

    List<Raw> raw() {
        return raw;
    }

    /** So many scans, an hour from the first to the last. */
    void goOn(int scans) {
        Duration step = Duration.ofHours(1).dividedBy(scans);
        for (int i = 0; i < scans; i++) {
            clock.move(step);
            int dice = random.nextInt(100);
            if (dice < 6 && !raw.isEmpty()) {
                somebodyLeaves();
            } else if (dice < 9 && !raw.isEmpty()) {
                takeBack(random.nextInt(raw.size()), supervisor());
                enters(BigEvent.code(random.nextInt(tickets)));
            } else {
                enters(BigEvent.code(random.nextInt(tickets)));
            }
        }
    }

    private Operator supervisor() {
        return Operator.working(console.store().access(), "luz", event);
    }

    private void enters(String code) {
        Verdict verdict = scan(code, ScanKind.ENTRY, null, STEWARD);
        if (verdict == Verdict.ALREADY_IN && random.nextInt(3) == 0) {
            scan(code, ScanKind.ENTRY, "came with the band", supervisor());
        } else if (verdict == Verdict.ADMITTED && random.nextInt(20) == 0) {
            takeBack(raw.size() - 1, STEWARD);
        }
    }

    private void somebodyLeaves() {
        scan(raw.get(random.nextInt(raw.size())).code(), ScanKind.EXIT, null, STEWARD);
    }

    private Verdict scan(String code, ScanKind kind, @Nullable String override, Operator who) {
        CheckinAnswer answer =
                console.checkins()
                        .checkin(
                                event,
                                BigEvent.LIST,
                                new ScanRequest(
                                        code,
                                        kind,
                                        clock.instant(),
                                        gate,
                                        Map.of(),
                                        false,
                                        override),
                                who,
                                gate);
        Scan scan = answer.scan();
        if (scan == null) {
            throw new AssertionError("not kept: " + answer.failure());
        }
        raw.add(new Raw(scan.id().value(), code, scan.verdict(), scan.override() != null, false));
        return scan.verdict();
    }

    private void takeBack(int place, Operator who) {
        Raw was = raw.get(place);
        UndoOutcome outcome = console.checkins().undo(new ScanId(was.scan()), who, "a mistake");
        if (outcome instanceof UndoOutcome.Undone) {
            raw.set(place, new Raw(was.scan(), was.code(), was.verdict(), was.override(), true));
        }
    }
}
