package org.eventops.console.feature.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eventops.console.FakeServices;
import org.eventops.console.feature.counts.CountsViewModel.State;
import org.eventops.console.platform.ImmediateTaskRunner;
import org.eventops.console.services.ConsoleFacts;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.services.DoorServices;
import org.eventops.console.services.StoreServices;
import org.eventops.console.shell.CurrentEvent;
import org.eventops.console.shell.StatusViewModel;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.door.count.Attendance;
import org.eventops.domain.door.count.CountQueries;
import org.eventops.domain.door.count.LiveCounts;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.event.EventStatus;
import org.junit.jupiter.api.Test;

class CountsViewModelTest {
    private final EventRow gala = FakeServices.event("Gala", EventStatus.IN_PROGRESS, "Bogotá");
    private final EventRow feria = FakeServices.event("Feria", EventStatus.IN_PROGRESS, "Cali");
    private final List<Optional<String>> asked = new ArrayList<>();
    private final List<Consumer<LocalChange>> listeners = new ArrayList<>();
    private final CurrentEvent current = new CurrentEvent();
    private Duration passed = Duration.ZERO;
    private final CountsViewModel model =
            new CountsViewModel(
                    services(), new ImmediateTaskRunner(new StatusViewModel()), current);

    @Test
    void asksAgainOnlyAfterAChangeOrTenSeconds() {
        current.choose(gala);
        model.attach();
        assertThat(asked).hasSize(1);
        model.pulse();
        assertThat(asked).hasSize(1);
        changed(gala);
        changed(gala);
        assertThat(asked).hasSize(1);
        model.pulse();
        model.pulse();
        assertThat(asked).hasSize(2);
        passed = Duration.ofSeconds(11);
        model.pulse();
        assertThat(asked).hasSize(3);
    }

    @Test
    void doesNotAskForChangesOfAnotherEventNorWhenItIsNotLookedAt() {
        current.choose(gala);
        model.attach();
        changed(feria);
        model.pulse();
        assertThat(asked).hasSize(1);
        model.detach();
        assertThat(listeners).isEmpty();
        current.choose(feria);
        assertThat(asked).hasSize(1);
    }

    @Test
    void goesBackToAllListsWhenTheChosenOneIsGone() {
        current.choose(gala);
        model.attach();
        model.choose(Optional.of("gone"));
        assertThat(model.listProperty().get()).isEmpty();
        assertThat(model.countsProperty().get()).isPresent();
    }

    @Test
    void saysThatThereIsNoEventOrNoList() {
        model.attach();
        assertThat(model.stateProperty().get()).isEqualTo(State.NO_EVENT);
        current.choose(gala);
        assertThat(model.stateProperty().get()).isEqualTo(State.NO_LISTS);
    }

    private void changed(EventRow event) {
        LocalChange change = new LocalChange(Feature.DOOR, Set.of(event.id().value()));
        listeners.forEach(each -> each.accept(change));
    }

    private Optional<LiveCounts> counts(EventId event, Optional<String> list, Instant asOf) {
        asked.add(list);
        return list.isPresent() && !event.equals(feria.id())
                ? Optional.empty()
                : Optional.of(
                        new LiveCounts(
                                list,
                                ZoneOffset.UTC,
                                asOf,
                                Attendance.NONE,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                0,
                                Map.of()));
    }

    private ConsoleServices services() {
        ConsoleServices fake = FakeServices.of(gala, feria);
        StoreServices store = fake.store();
        DoorServices door = fake.door();
        CountQueries counts = this::counts;
        InstantSource time = () -> Instant.EPOCH.plus(passed);
        return new ConsoleServices(
                new StoreServices(
                        store.transactions(),
                        listener -> {
                            listeners.add(listener);
                            return () -> listeners.remove(listener);
                        },
                        store.ids(),
                        store.settings()),
                fake.events(),
                new DoorServices(
                        door.queries(),
                        counts,
                        door.doors(),
                        door.checkins(),
                        door.search(),
                        door.cameras()),
                fake.tickets(),
                fake.badges(),
                fake.rehearsals(),
                fake.files(),
                fake.people(),
                fake.access(),
                fake.sync(),
                fake.backups(),
                fake.readiness(),
                fake.health(),
                new ConsoleFacts(
                        time.withZone(ZoneOffset.UTC), () -> false, "here", texts -> "", "ana"));
    }
}
