package org.eventops.console.feature.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.eventops.console.FakeServices;
import org.eventops.console.platform.ImmediateTaskRunner;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.shell.CurrentEvent;
import org.eventops.console.shell.EventFeed;
import org.eventops.console.shell.StatusViewModel;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.event.EventStatus;
import org.junit.jupiter.api.Test;

class EventListViewModelTest {
    private final EventListViewModel model = model();

    private static EventListViewModel model() {
        ConsoleServices services =
                FakeServices.of(
                        FakeServices.event("Gala", EventStatus.ON_SALE, "Bogotá"),
                        FakeServices.event("Feria", EventStatus.DRAFT, "Cali"));
        EventFeed feed =
                new EventFeed(
                        services.store(),
                        services.events().events(),
                        new ImmediateTaskRunner(new StatusViewModel()),
                        new CurrentEvent());
        feed.load();
        return new EventListViewModel(feed);
    }

    @Test
    void findsACityTypedWithoutItsAccent() {
        model.typedProperty().set("bogota");
        assertThat(model.shown()).extracting(EventRow::name).containsExactly("Gala");
    }

    @Test
    void showsOnlyTheChosenStatus() {
        model.statusProperty().set(Optional.of(EventStatus.DRAFT));
        assertThat(model.shown()).extracting(EventRow::name).containsExactly("Feria");
    }

    @Test
    void showsAllWhileNothingIsAsked() {
        assertThat(model.shown()).hasSize(2);
    }
}
