package org.eventops.console.feature.door.duty;

import java.util.List;

/**
 * Who is asked to say who they are, and for what.
 *
 * @param people among whom one is chosen; never empty
 */
public record Ask(Purpose purpose, List<Colleague> people) {
    public Ask {
        people = List.copyOf(people);
    }

    /** What a PIN is asked for. */
    public enum Purpose {
        /** To stand at this door from now on. */
        DUTY,
        /** To let in against a refusal, and take old scans back. */
        SUPERVISE,
        /** To open the locked window. */
        UNLOCK,
        /** To end the kiosk. */
        LEAVE;

        boolean fits(Colleague each) {
            return switch (this) {
                case DUTY -> each.person().role().worksAtDoors();
                case UNLOCK -> each.hasPin() && each.person().role().worksAtDoors();
                case SUPERVISE, LEAVE -> each.hasPin() && each.person().role().supervisesDoors();
            };
        }
    }
}
