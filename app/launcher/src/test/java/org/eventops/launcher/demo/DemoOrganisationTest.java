package org.eventops.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.ScanEntry;
import org.eventops.domain.ticketing.Ticket;
import org.junit.jupiter.api.Test;

class DemoOrganisationTest {
    private final List<EventContent> events = DemoOrganisation.events();

    @Test
    void isAsLargeAsTheContractSays() {
        assertThat(events).hasSize(12);
        assertThat(DemoOrganisation.venues()).hasSize(3);
        assertThat(DemoOrganisation.sponsors()).hasSize(20);
        assertThat(DemoOrganisation.people()).hasSize(8);
        assertThat(events.stream().flatMap(DemoOrganisationTest::tickets).count())
                .isEqualTo(20_000);
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(DemoOrganisation.events()).isEqualTo(events);
    }

    @Test
    void everyReferenceInsideAnEventIsThere() {
        for (EventContent event : events) {
            Set<String> products =
                    event.products().stream().map(p -> p.key()).collect(Collectors.toSet());
            Set<String> codes = tickets(event).map(Ticket::code).collect(Collectors.toSet());
            Set<String> lists =
                    event.lists().stream().map(l -> l.name()).collect(Collectors.toSet());
            assertThat(codes)
                    .as("%s: codes are unique", event.event().slug())
                    .hasSize((int) tickets(event).count());
            assertThat(tickets(event)).allMatch(ticket -> products.contains(ticket.product()));
            assertThat(event.scans())
                    .allMatch(scan -> lists.contains(scan.list()))
                    .allMatch(scan -> scan.ticket() == null || codes.contains(scan.ticket()))
                    .extracting(ScanEntry::id)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void mailGoesNowhere() {
        assertThat(events.stream().flatMap(DemoOrganisationTest::tickets))
                .extracting(ticket -> ticket.attendee().email())
                .allMatch(mail -> mail == null || mail.endsWith("@example.com"));
    }

    private static Stream<Ticket> tickets(EventContent event) {
        return event.orders().stream().flatMap(order -> order.tickets().stream());
    }
}
