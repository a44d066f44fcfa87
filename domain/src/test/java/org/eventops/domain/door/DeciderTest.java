package org.eventops.domain.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eventops.domain.ticketing.TicketId;
import org.junit.jupiter.api.Test;

/** The decision itself, from knowledge that is made by hand. */
class DeciderTest {
    private static final Instant AT = Instant.parse("2020-01-01T09:30:00Z");
    private static final TicketId TICKET = new TicketId(new UUID(5, 5));
    private final TokyoDoor door = new TokyoDoor();
    private final DoorSetup setup = door.setup(door.lists.getFirst());
    private final DoorSetup onceOnly = door.setup(door.lists.getLast());
    private final Decider decider = new Decider();

    @Test
    void countsNeitherRefusedNorUndoneScans() {
        Scan refused = scan(ScanKind.ENTRY, Verdict.BLOCKED, AT);
        Scan undone =
                scan(ScanKind.ENTRY, Verdict.ADMITTED, AT).takenBack(new Undo(AT, null, null));
        assertThat(decide(refused, undone).verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(decideOn(onceOnly, refused, undone).verdict()).isEqualTo(Verdict.ADMITTED);
        Scan undoneExit =
                scan(ScanKind.EXIT, Verdict.EXITED, AT).takenBack(new Undo(AT, null, null));
        Scan entry = scan(ScanKind.ENTRY, Verdict.ADMITTED, AT);
        assertThat(decide(entry, undoneExit).verdict()).isEqualTo(Verdict.ALREADY_IN);
    }

    @Test
    void takesTheScanRecordedLastForTheLatestWhateverTheClockSaid() {
        Scan entry = scan(ScanKind.ENTRY, Verdict.ADMITTED, AT);
        Scan exitOfAClockSetBack = scan(ScanKind.EXIT, Verdict.EXITED, AT.minusSeconds(3600));
        assertThat(decide(entry, exitOfAClockSetBack).verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(decide(exitOfAClockSetBack, entry).verdict()).isEqualTo(Verdict.ALREADY_IN);
    }

    @Test
    void showsTheFirstEntryOfSeveral() {
        Decision decision =
                decide(
                        scan(ScanKind.ENTRY, Verdict.ADMITTED, AT.minusSeconds(60)),
                        scan(ScanKind.EXIT, Verdict.EXITED, AT.minusSeconds(30)),
                        scan(ScanKind.ENTRY, Verdict.ADMITTED, AT.minusSeconds(10)));
        assertThat(decision.firstEntry().orElseThrow().at().toInstant())
                .isEqualTo(AT.minusSeconds(60));
    }

    private Decision decide(Scan... scans) {
        return decideOn(setup, scans);
    }

    private Decision decideOn(DoorSetup where, Scan... scans) {
        Tickets ticket = new Tickets("A");
        TicketFacts facts =
                new TicketFacts(TICKET, ticket.ticket(), ticket.order(), List.of(scans), List.of());
        Knowledge knowledge = new Knowledge(where, false, List.of(facts), List.of(), List.of());
        return decider.decide(knowledge, ScanRequest.entry("A", AT));
    }

    private Scan scan(ScanKind kind, Verdict verdict, Instant at) {
        return new Scan(
                new ScanId(UUID.randomUUID()),
                TokyoDoor.EVENT,
                setup.listId(),
                TICKET,
                "A",
                kind,
                verdict,
                at,
                null,
                null,
                null,
                null,
                null);
    }
}
