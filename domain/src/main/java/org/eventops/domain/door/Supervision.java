package org.eventops.domain.door;

import java.util.Optional;
import java.util.Set;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.NotPermitted;
import org.eventops.domain.access.Permission;
import org.eventops.domain.event.EventId;
import org.eventops.domain.people.PeopleService;
import org.eventops.domain.people.Person;
import org.eventops.domain.people.PinCheck;
import org.eventops.domain.people.PinService;

/**
 * Who supervises a door. A supervisor shows it by PIN; only where no supervisor has one, whoever
 * works at this console may do it without, if their role permits.
 */
public final class Supervision {
    private final Access access;
    private final PeopleService people;
    private final PinService pins;

    public Supervision(Access access, PeopleService people, PinService pins) {
        this.access = access;
        this.people = people;
        this.pins = pins;
    }

    /** What became of asking. */
    public sealed interface Outcome {
        /** They are here from now on. */
        record Granted(Operator operator) implements Outcome {}

        /**
         * @param why never {@link PinCheck.Right}
         */
        record Refused(PinCheck why) implements Outcome {}
    }

    /**
     * A try counts, as {@link PinService#check} says.
     *
     * @param event whose door it is; empty while none is chosen
     * @throws NotPermitted if the PIN is right, but this person supervises no doors here
     */
    public Outcome withPin(String name, String digits, Optional<EventId> event) {
        PinCheck check = pins.check(name, digits);
        if (!(check instanceof PinCheck.Right)) {
            return new Outcome.Refused(check);
        }
        boolean supervises =
                people.around(event).stream()
                        .anyMatch(each -> each.name().equals(name) && supervises(each));
        return new Outcome.Granted(supervisor(name, supervises));
    }

    /**
     * Whoever works here, without a PIN.
     *
     * @param name who stands at the door
     * @param event whose door it is; empty while none is chosen
     * @throws NotPermitted if a supervisor has a PIN, somebody else than who unlocked the store
     *     stands here, or their role does not permit it
     */
    public Operator withoutPin(String name, Optional<EventId> event) {
        String worker = access.worker().name();
        boolean own = worker.isEmpty() || worker.equals(name);
        return supervisor(name, own && may(event) && !pinIsThere(event));
    }

    private boolean may(Optional<EventId> event) {
        return event.map(here -> access.may(Permission.SUPERVISE_DOORS, here))
                .orElseGet(() -> access.may(Permission.SUPERVISE_DOORS));
    }

    private boolean pinIsThere(Optional<EventId> event) {
        Set<String> owners = pins.owners();
        return people.around(event).stream()
                .anyMatch(each -> supervises(each) && owners.contains(each.name()));
    }

    private static boolean supervises(Person person) {
        return person.role().supervisesDoors();
    }

    private static Operator supervisor(String name, boolean supervises) {
        if (!supervises) {
            throw new NotPermitted(Permission.SUPERVISE_DOORS);
        }
        return new Operator(name, true);
    }
}
