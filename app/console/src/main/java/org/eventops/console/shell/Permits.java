package org.eventops.console.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.OfEvent;
import org.eventops.domain.access.Permission;

/** What the window offers to whoever works here; the services ask again all the same. */
public final class Permits {
    private final Access access;
    private final CurrentEvent current;

    public Permits(Access access, CurrentEvent current) {
        this.access = access;
        this.current = current;
    }

    /** At the event that is open, if there is one. */
    public boolean may(Permission permission) {
        return current.get()
                .map(event -> access.may(permission, event))
                .orElseGet(() -> access.may(permission));
    }

    public boolean may(Permission permission, OfEvent event) {
        return access.may(permission, event);
    }

    /** In the whole organisation: a role at one event is not enough. */
    public boolean mayEverywhere(Permission permission) {
        return access.may(permission);
    }

    /** At one event at least. */
    public boolean mayAnywhere(Permission permission) {
        return access.mayAnywhere(permission);
    }

    /** The same as {@link #may}, after each change of event. */
    public BooleanBinding here(Permission permission) {
        return Bindings.createBooleanBinding(() -> may(permission), current.property());
    }
}
