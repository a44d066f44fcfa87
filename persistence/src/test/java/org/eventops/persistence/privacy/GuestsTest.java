package org.eventops.persistence.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.OrderEntry;
import org.eventops.domain.privacy.EraseOutcome;
import org.eventops.domain.privacy.EraseRequest;
import org.eventops.domain.privacy.FindOutcome;
import org.eventops.domain.privacy.Part;
import org.eventops.domain.privacy.PersonQuery;
import org.eventops.domain.privacy.PersonalData;
import org.eventops.domain.privacy.Somebody;
import org.eventops.domain.ticketing.Attendee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets that one person bought for others. */
class GuestsTest {
    @TempDir Path folder;

    /** A guest without an address of their own, and whoever bought their ticket. */
    @Test
    void aGuestIsNotTheirHost() {
        try (CrowdedStore crowd = new CrowdedStore(folder)) {
            Attendee host = new Attendee("Ana Peña", null, null, null);
            Attendee guest = new Attendee("Bruno Gil", null, "+57 300 111 2233", null);
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
            for (String asked : List.of("bruno gil", "A2", "300 111 22 33")) {
                FindOutcome found = crowd.privacy().find(query(asked));
                assertThat(((FindOutcome.Several) found).people())
                        .as(asked)
                        .containsExactly(
                                new Somebody("ticket:A2", names("Bruno Gil"), 1),
                                new Somebody("ana@one.example", names("Ana Peña", "Bruno Gil"), 2));
            }
            assertThat(found(crowd, "carla ruiz").subject().askFor())
                    .isEqualTo("carla@two.example");
            assertThat(found(crowd, "O1").subject().askFor()).isEqualTo("ana@one.example");
            PersonalData kept = found(crowd, "ticket:a2");
            assertThat(kept.names()).containsExactly("Bruno Gil");
            assertThat(kept.of(Part.TICKET)).hasSize(1);
            assertThat(kept.of(Part.ORDER)).isEmpty();

            assertThat(erased(crowd, "ticket:A2").changed()).isEqualTo(Map.of(Part.TICKET, 1));
            assertThat(found(crowd, "ana@one.example").names()).containsExactly("Ana Peña");
            assertThat(erased(crowd, "ticket:A2").changed()).as("nothing is left").isEmpty();
            assertThat(crowd.merge(before).erased()).isEqualTo(1);
            assertThat(found(crowd, "ticket:A1").names()).containsExactly("Ana Peña");
            assertThat(crowd.privacy().find(query("Bruno Gil")))
                    .isEqualTo(new FindOutcome.Nobody());
        }
    }

    private static NavigableSet<String> names(String... names) {
        return new TreeSet<>(List.of(names));
    }

    private static PersonQuery query(String person) {
        return new PersonQuery(person, null);
    }

    private static PersonalData found(CrowdedStore crowd, String person) {
        return ((FindOutcome.Found) crowd.privacy().find(query(person))).data();
    }

    private static EraseOutcome.Erased erased(CrowdedStore crowd, String person) {
        return (EraseOutcome.Erased)
                crowd.privacy().erase(new EraseRequest(query(person), "asked for", false, false));
    }
}
