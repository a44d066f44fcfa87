package org.eventops.domain.readiness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eventops.domain.access.Access;
import org.eventops.domain.event.EventRow;

/** All that is looked at before the doors open. */
public final class Readiness {
    private final EventLooks events;
    private final PlaceLooks place;
    private final MachineLooks machine;
    private final Access access;

    public Readiness(EventLooks events, PlaceLooks place, MachineLooks machine, Access access) {
        this.events = events;
        this.place = place;
        this.machine = machine;
        this.access = access;
    }

    /** What is found names nobody: whoever may open the page gets all of it. */
    private Look ofTheProgram(Look look) {
        return new Look(look.topic(), look.quick(), () -> access.ownWork(look::find));
    }

    /** What matters at any time, whatever the event; no camera is taken from the door. */
    public List<Look> standing() {
        return Stream.concat(place.standing().stream(), machine.standing().stream())
                .map(this::ofTheProgram)
                .toList();
    }

    /** In the order of {@link Topic}; without an event only what is there for any. */
    public List<Look> looks(Optional<EventRow> event) {
        List<Look> all = new ArrayList<>();
        event.map(events::of).ifPresent(all::addAll);
        all.addAll(place.of(event.map(EventRow::id)));
        all.addAll(machine.all());
        all.sort(Comparator.comparing(Look::topic));
        return all.stream().map(this::ofTheProgram).toList();
    }
}
