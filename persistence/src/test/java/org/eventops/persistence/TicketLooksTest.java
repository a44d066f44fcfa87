package org.eventops.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.TicketLook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How tickets look, in a real store. */
class TicketLooksTest {
    private static final Clock CLOCK = Clock.fixed(Samples.START, ZoneOffset.UTC);
    private static final TicketLook OWN = TicketLook.plain().withColour("#ffd400");

    @TempDir Path folder;
    private Store store;
    private EventId gala;

    @BeforeEach
    void open() {
        store = Store.open(folder, CLOCK);
        gala = Steps.filled(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsTheLastLookOfEachEventOverARestart() {
        assertThat(look(gala)).isEmpty();
        TicketLook largest = OWN.withLogo(new byte[TicketLook.LARGEST_LOGO]);
        save(TicketLook.plain());
        save(largest);
        store.close();
        store = Store.open(folder, CLOCK);
        assertThat(look(gala)).contains(largest);
        assertThat(look(new EventId(UUID.randomUUID()))).isEmpty();
        save(OWN);
        assertThat(look(gala)).contains(OWN);
    }

    @Test
    void tellsThoseWhoShowTickets() {
        List<LocalChange> heard = new ArrayList<>();
        try (var subscription = store.changes().listen(heard::add)) {
            assertThat(subscription).isNotNull();
            save(OWN);
        }
        assertThat(heard)
                .containsExactlyInAnyOrder(
                        new LocalChange(Feature.TICKETING, java.util.Set.of(gala.value())),
                        new LocalChange(Feature.AUDIT, java.util.Set.of()));
    }

    private Optional<TicketLook> look(EventId event) {
        return store.transactions().read(() -> store.ticketLooks().of(event));
    }

    private void save(TicketLook look) {
        store.transactions()
                .write(
                        () -> {
                            store.ticketLooks().save(gala, look);
                            return look;
                        });
    }
}
