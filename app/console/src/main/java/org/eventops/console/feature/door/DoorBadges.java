package org.eventops.console.feature.door;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import org.eventops.console.platform.TaskRunner;
import org.eventops.console.services.BadgeServices;
import org.eventops.console.shell.BadgePress;
import org.eventops.domain.badge.BadgeOutput;
import org.eventops.domain.door.CheckinAnswer;
import org.eventops.domain.door.TicketFacts;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.event.EventRow;

/** Badges of those who are let in: asked for when the green is there, and never waited for. */
public final class DoorBadges {
    private final BadgeServices badges;
    private final BadgePress press;
    private final TaskRunner tasks;
    private final DoorPlace place;
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(false);
    private Optional<BadgePress.Badge> last = Optional.empty();

    DoorBadges(BadgeServices badges, BadgePress press, TaskRunner tasks, DoorPlace place) {
        this.badges = badges;
        this.press = press;
        this.tasks = tasks;
        this.place = place;
    }

    void watch(ObservableValue<Optional<CheckinAnswer>> answer) {
        answer.addListener((property, before, now) -> now.ifPresent(this::answered));
    }

    /** Asks whether this console has a printer for badges. */
    void load() {
        tasks.read(badges.place()::output)
                .onSuccess(output -> ready.set(!(output instanceof BadgeOutput.None)))
                .start();
    }

    private void answered(CheckinAnswer answer) {
        TicketFacts ticket = answer.decision().ticket();
        if (answer.decision().verdict() == Verdict.ADMITTED && ticket != null) {
            last = place.event().map(event -> badge(event, ticket));
            last.ifPresent(press::admitted);
        }
    }

    private BadgePress.Badge badge(EventRow event, TicketFacts ticket) {
        String name = ticket.ticket().attendee().name();
        return new BadgePress.Badge(
                event.id(),
                ticket.id(),
                Objects.requireNonNullElse(name, ticket.ticket().code()),
                place.device());
    }

    /** One badge more for the person who was let in last. */
    public void again() {
        last.ifPresent(press::again);
    }

    ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }
}
