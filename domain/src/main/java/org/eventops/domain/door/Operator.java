package org.eventops.domain.door;

import org.eventops.domain.access.Access;
import org.eventops.domain.access.OfEvent;
import org.eventops.domain.access.Permission;

/**
 * Who stands at the door; overriding and late undo are for supervisors. Nobody is one by saying so:
 * a role makes one, or {@link Supervision} does.
 */
public final class Operator {
    private final String name;
    private final boolean supervisor;

    Operator(String name, boolean supervisor) {
        this.name = name;
        this.supervisor = supervisor;
    }

    /** Somebody under whose name scans stand, who supervises nothing. */
    public static Operator steward(String name) {
        return new Operator(name, false);
    }

    /** Whoever works at this console; a supervisor if they are one at this event. */
    public static Operator working(Access access, String name, OfEvent event) {
        return new Operator(name, access.may(Permission.SUPERVISE_DOORS, event));
    }

    public String name() {
        return name;
    }

    public boolean supervisor() {
        return supervisor;
    }

    @Override
    public String toString() {
        return supervisor ? name + " (supervisor)" : name;
    }
}
