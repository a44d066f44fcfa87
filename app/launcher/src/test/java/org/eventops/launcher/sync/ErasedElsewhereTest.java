package org.eventops.launcher.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eventops.domain.privacy.EraseOutcome;
import org.eventops.domain.privacy.EraseRequest;
import org.eventops.domain.privacy.FindOutcome;
import org.eventops.domain.privacy.Part;
import org.eventops.domain.privacy.PersonQuery;
import org.eventops.domain.privacy.PersonalData;
import org.eventops.domain.sync.Conflict;
import org.eventops.domain.sync.ConflictRepository;
import org.eventops.domain.sync.SyncControl.ConnectOutcome;
import org.eventops.domain.sync.SyncStatus.State;
import org.eventops.domain.ticketing.AttendeeRow;
import org.eventops.domain.ticketing.EditOutcome;
import org.eventops.domain.ticketing.TicketChange;
import org.eventops.domain.ticketing.TicketingService;
import org.eventops.launcher.bench.BigEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is erased at one console is erased at the hub and at the other consoles. */
class ErasedElsewhereTest {
    private static final int TICKETS = 40;

    @TempDir private Path folder;

    @Test
    void whoIsErasedAtTheOfficeIsFoundNowhereAndCountsAreTheSame() throws Exception {
        try (HubForTests hub = new HubForTests(folder.resolve("hub"));
                DoorForTests office = new DoorForTests(folder.resolve("office"));
                DoorForTests door = new DoorForTests(folder.resolve("door"))) {
            new BigEvent(TICKETS, 0).into(office.console());
            assertThat(hub.connect(office.console(), "office", "admin"))
                    .isInstanceOf(ConnectOutcome.Connected.class);
            office.await("all at the hub", () -> office.waiting() == 0);
            assertThat(hub.connect(door.console(), "door", "supervisor"))
                    .isInstanceOf(ConnectOutcome.Connected.class);
            door.await("the event", () -> door.status().state() == State.UP_TO_DATE);

            AttendeeRow who = office.console().issuing().rows(office.event(), null).getFirst();
            String email = "somebody.else@example.org";
            rename(office, who, "First Name", email);
            office.isSoonAs(door);
            hub.stop();
            rename(office, who, "Name From The Office", email);
            rename(door, who, "Name From The Door", email);
            hub.startAgain();
            office.console().sync().control().now();
            door.console().sync().control().now();
            office.await("the conflict", () -> conflicts(office).size() == 1);
            office.isSoonAs(door);

            PersonalData data = found(door, email);
            assertThat(data.of(Part.CONFLICT)).hasSize(1);
            EraseOutcome erased =
                    office.console()
                            .privacy()
                            .people()
                            .erase(
                                    new EraseRequest(
                                            new PersonQuery(email, null), "asked", false, true));
            assertThat(erased).isInstanceOf(EraseOutcome.Erased.class);
            office.isSoonAs(door);
            assertThat(door.console().privacy().people().find(new PersonQuery(email, null)))
                    .isEqualTo(new FindOutcome.Nobody());
            assertThat(conflicts(door)).isEmpty();
            assertThat(door.console().issuing().rows(door.event(), null)).hasSize(TICKETS);
            for (String table : List.of("ticket", "conflict", "ticket_order")) {
                assertThat(
                                hub.number(
                                        "SELECT count(*) FROM sync."
                                                + table
                                                + " r WHERE r::text ~ 'Name From|somebody.else'"))
                        .as(table)
                        .isZero();
            }
            assertThat(hub.number("SELECT count(*) FROM sync.erasure")).isPositive();
        }
    }

    private static void rename(DoorForTests at, AttendeeRow who, String name, String email) {
        TicketingService service =
                new TicketingService(
                        at.console().store().transactions(), at.console().store().ticketing());
        TicketChange change =
                new TicketChange(
                        name, email, "", "", "", new TicketChange.TicketFlags(false, false));
        assertThat(service.change(who.id(), change)).isInstanceOf(EditOutcome.Saved.class);
    }

    private static List<Conflict> conflicts(DoorForTests at) {
        return at.console()
                .sync()
                .conflicts()
                .list(new ConflictRepository.Query(false, Set.of(Conflict.Kind.FIELD), null, 100));
    }

    private static PersonalData found(DoorForTests at, String email) {
        FindOutcome found = at.console().privacy().people().find(new PersonQuery(email, null));
        return ((FindOutcome.Found) found).data();
    }
}
