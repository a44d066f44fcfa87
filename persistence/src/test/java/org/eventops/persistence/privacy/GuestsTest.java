package org.eventops.persistence.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.eventops.domain.change.Progress;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.OrderEntry;
import org.eventops.domain.privacy.ConsentService;
import org.eventops.domain.privacy.FindOutcome;
import org.eventops.domain.privacy.Part;
import org.eventops.domain.privacy.PersonalData;
import org.eventops.domain.privacy.Somebody;
import org.eventops.domain.ticketing.Attendee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets that one person bought for others. */
class GuestsTest {
    /** Shops write the buyer's number on every ticket. */
    private static final String SHARED = "+57 300 111 2233";

    @TempDir Path folder;

    /** A guest without an address of their own, and whoever bought their ticket. */
    @Test
    void aGuestIsNotTheirHost() {
        try (CrowdedStore crowd = new CrowdedStore(folder)) {
            Attendee host = new Attendee("Ana Peña", null, SHARED, null);
            Attendee guest = new Attendee("Bruno Gil", null, SHARED, null);
            Attendee alone = new Attendee("Carla Ruiz", null, null, null);
            OrderEntry both =
                    CrowdedStore.order(
                            "O1",
                            "ana@one.example",
                            CrowdedStore.ticket("A1", host, null),
                            CrowdedStore.ticket("A2", guest, "celiac"));
            OrderEntry one =
                    CrowdedStore.order(
                            "O2", "carla@two.example", CrowdedStore.ticket("A3", alone, null));
            EventContent before =
                    CrowdedStore.event("gala", CrowdedStore.ENDED, List.of(both, one));
            crowd.merge(before);
            for (String asked : List.of("bruno gil", "a2")) {
                FindOutcome found = crowd.privacy().find(CrowdedStore.query(asked));
                assertThat(((FindOutcome.Several) found).people())
                        .as(asked)
                        .containsExactly(
                                new Somebody("ticket:gala/A2", names("Bruno Gil"), 1),
                                new Somebody("ana@one.example", names("Ana Peña", "Bruno Gil"), 2));
            }
            assertThat(crowd.found("carla ruiz").askFor()).isEqualTo("carla@two.example");
            assertThat(crowd.found("O1").askFor()).isEqualTo("ana@one.example");
            crowd.consents()
                    .record(
                            crowd.event("gala"),
                            new ConsentService.Said(SHARED, "news", true, "form", null));
            PersonalData kept = crowd.found("ticket:gala/A2");
            assertThat(kept.of(Part.CONSENT)).as("whose number it is, nobody knows").isEmpty();
            assertThat(kept.names()).containsExactly("Bruno Gil");
            assertThat(kept.of(Part.TICKET)).hasSize(1);
            assertThat(kept.of(Part.ORDER)).isEmpty();

            assertThat(crowd.erased("ticket:gala/A2").changed()).isEqualTo(Map.of(Part.TICKET, 1));
            assertThat(crowd.found("ana@one.example").names()).containsExactly("Ana Peña");
            assertThat(crowd.erased("ticket:gala/A2").changed()).as("nothing is left").isEmpty();
            assertThat(crowd.merge(before).erased()).isEqualTo(1);
            assertThat(crowd.found("ana@one.example").names()).containsExactly("Ana Peña");
            assertThat(crowd.privacy().find(CrowdedStore.query("Bruno Gil")))
                    .isEqualTo(new FindOutcome.Nobody());
            assertThat(crowd.retention().apply(Progress.NONE).again()).isZero();
            PersonalData left = crowd.found("ana@one.example");
            assertThat(left.of(Part.TICKET)).hasSize(2);
            assertThat(left.of(Part.CONSENT).getFirst().columns()).containsEntry("given", true);
        }
    }

    /** Where not even the order says whose they are, a number that both have is no proof. */
    @Test
    void aNumberOnTwoTicketsIsNobodyUntilItIsSaidWhich() {
        try (CrowdedStore crowd = new CrowdedStore(folder)) {
            Attendee host = new Attendee("Ana Peña", null, SHARED, null);
            Attendee guest = new Attendee("Bruno Gil", null, SHARED, null);
            crowd.merge(
                    CrowdedStore.event(
                            "gala",
                            CrowdedStore.ENDED,
                            List.of(
                                    CrowdedStore.order(
                                            "O1",
                                            null,
                                            CrowdedStore.ticket("A1", host, null),
                                            CrowdedStore.ticket("A2", guest, null)))));
            assertThat(asked(crowd, "Bruno Gil"))
                    .containsExactly("ticket:gala/A2", "phone:3001112233");
            assertThat(crowd.found("phone:3001112233").of(Part.TICKET)).hasSize(2);
            assertThat(crowd.erased("ticket:gala/A2").changed()).containsEntry(Part.TICKET, 1);
            assertThat(crowd.retention().apply(Progress.NONE).again()).isZero();
            assertThat(crowd.found("ticket:gala/A1").names()).containsExactly("Ana Peña");
        }
    }

    /** Whoever has an address is known by it, and not by a number that the shop wrote there. */
    @Test
    void anothersNumberOnATicketIsNotTheirs() {
        try (CrowdedStore crowd = new CrowdedStore(folder)) {
            Attendee olga = new Attendee("Olga Ríos", "olga@one.example", SHARED, null);
            Attendee helga = new Attendee("Helga Sanz", null, SHARED, null);
            EventContent before =
                    CrowdedStore.event(
                            "gala",
                            CrowdedStore.ENDED,
                            List.of(
                                    CrowdedStore.order(
                                            "O1", null, CrowdedStore.ticket("A1", olga, null)),
                                    CrowdedStore.order(
                                            "O2", null, CrowdedStore.ticket("A2", helga, null))));
            crowd.merge(before);
            crowd.consents()
                    .record(
                            crowd.event("gala"),
                            new ConsentService.Said(SHARED, "sms", true, "form", null));
            assertThat(crowd.found("olga@one.example").of(Part.CONSENT)).isEmpty();
            assertThat(crowd.erased("olga@one.example").changed())
                    .isEqualTo(Map.of(Part.TICKET, 1));
            assertThat(crowd.retention().apply(Progress.NONE).again()).isZero();
            assertThat(crowd.merge(before).erased()).isEqualTo(1);
            PersonalData left = crowd.found("phone:" + SHARED);
            assertThat(left.names()).containsExactly("Helga Sanz");
            assertThat(left.of(Part.CONSENT).getFirst().columns()).containsEntry("given", true);
        }
    }

    /** Codes are an event's own, and a person's address is theirs wherever it stands. */
    @Test
    void aTicketOfAnotherEventIsNotTheirs() {
        try (CrowdedStore crowd = new CrowdedStore(folder)) {
            Attendee bruno = new Attendee("Bruno Gil", null, null, null);
            Attendee diego = new Attendee("Diego Mora", "diego@two.example", null, null);
            Attendee eva = new Attendee("Eva Luna", null, null, null);
            for (String slug : List.of("gala", "feria")) {
                Attendee second = slug.equals("gala") ? bruno : diego;
                crowd.merge(
                        CrowdedStore.event(
                                slug,
                                slug.equals("gala")
                                        ? CrowdedStore.ENDED
                                        : CrowdedStore.ENDED.plusSeconds(9),
                                List.of(
                                        CrowdedStore.order(
                                                "O1",
                                                "ana@one.example",
                                                CrowdedStore.ticket("A2", second, null),
                                                CrowdedStore.ticket("a2", eva, null)))));
            }
            assertThat(crowd.found("ticket:gala/A2").names()).containsExactly("Bruno Gil");
            assertThat(crowd.found("ticket:gala/a2").names()).containsExactly("Eva Luna");
            assertThat(crowd.found("ticket:feria/A2").askFor()).isEqualTo("diego@two.example");
            assertThat(asked(crowd, "ticket:A2"))
                    .containsExactlyInAnyOrder("ticket:gala/A2", "diego@two.example");
            assertThat(crowd.erased("ticket:gala/A2").changed()).isEqualTo(Map.of(Part.TICKET, 1));
            assertThat(crowd.found("diego@two.example").of(Part.TICKET)).hasSize(1);
            assertThat(asked(crowd, "Eva Luna"))
                    .contains("ticket:gala/a2", "ticket:feria/a2", "ana@one.example");
            assertThat(crowd.privacy().find(CrowdedStore.query("ticket:expo/A2")))
                    .isEqualTo(new FindOutcome.Nobody());
        }
    }

    private static List<String> asked(CrowdedStore crowd, String typed) {
        return ((FindOutcome.Several) crowd.privacy().find(CrowdedStore.query(typed)))
                .people().stream().map(Somebody::askFor).toList();
    }

    private static NavigableSet<String> names(String... names) {
        return new TreeSet<>(List.of(names));
    }
}
