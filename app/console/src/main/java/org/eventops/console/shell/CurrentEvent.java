package org.eventops.console.shell;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eventops.domain.event.EventRow;

/** The event the person works on; chosen in the window's top bar, known to every screen. */
public final class CurrentEvent {
    private final ReadOnlyObjectWrapper<Optional<EventRow>> event =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public Optional<EventRow> get() {
        return event.get();
    }

    public void choose(EventRow chosen) {
        event.set(Optional.of(chosen));
    }

    public ReadOnlyObjectProperty<Optional<EventRow>> property() {
        return event.getReadOnlyProperty();
    }
}
