package org.eventops.domain.access;

import static org.eventops.domain.access.Permission.CHANGE_DEVICES;
import static org.eventops.domain.access.Permission.CHANGE_ORDERS;
import static org.eventops.domain.access.Permission.CHECK_IN;
import static org.eventops.domain.access.Permission.EDIT_LISTS;
import static org.eventops.domain.access.Permission.FIND_ATTENDEES;
import static org.eventops.domain.access.Permission.ISSUE_TICKETS;
import static org.eventops.domain.access.Permission.PRINT_BADGES;
import static org.eventops.domain.access.Permission.REHEARSE;
import static org.eventops.domain.access.Permission.SEE_EVENTS;
import static org.eventops.domain.access.Permission.SETTLE_CONFLICTS;
import static org.eventops.domain.access.Permission.SET_UP_CONSOLE;
import static org.eventops.domain.access.Permission.SUPERVISE_DOORS;

import java.util.EnumSet;
import java.util.Set;

/** What a person does here, and by that the one definition of who may do what. */
public enum Role {
    ADMINISTRATOR(EnumSet.allOf(Permission.class)),
    ORGANIZER(EnumSet.complementOf(EnumSet.of(CHANGE_DEVICES))),
    BOX_OFFICE(
            EnumSet.of(
                    SEE_EVENTS,
                    CHANGE_ORDERS,
                    ISSUE_TICKETS,
                    CHECK_IN,
                    FIND_ATTENDEES,
                    PRINT_BADGES,
                    SETTLE_CONFLICTS)),
    DOOR_STEWARD(EnumSet.of(SEE_EVENTS, CHECK_IN, FIND_ATTENDEES, PRINT_BADGES, SETTLE_CONFLICTS)),
    DOOR_SUPERVISOR(
            EnumSet.of(
                    SEE_EVENTS,
                    EDIT_LISTS,
                    CHANGE_ORDERS,
                    ISSUE_TICKETS,
                    CHECK_IN,
                    SUPERVISE_DOORS,
                    FIND_ATTENDEES,
                    PRINT_BADGES,
                    SETTLE_CONFLICTS,
                    REHEARSE,
                    SET_UP_CONSOLE)),
    VENUE_MANAGER(EnumSet.of(SEE_EVENTS, REHEARSE)),
    SPONSOR(EnumSet.of(SEE_EVENTS)),
    VENDOR(EnumSet.of(SEE_EVENTS)),
    /** Helps where needed, and also takes a door. */
    TEAM_MEMBER(EnumSet.of(SEE_EVENTS, CHECK_IN, FIND_ATTENDEES, PRINT_BADGES, SETTLE_CONFLICTS)),
    /** Designers, models and attendees are people without a console. */
    DESIGNER(EnumSet.noneOf(Permission.class)),
    MODEL(EnumSet.noneOf(Permission.class)),
    ATTENDEE(EnumSet.noneOf(Permission.class));

    /** A copy that nobody changes. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whether this person may stand at a door. */
    public boolean worksAtDoors() {
        return may(CHECK_IN);
    }

    /** Whether this person may let in against a refusal, and open and close a locked door. */
    public boolean supervisesDoors() {
        return may(SUPERVISE_DOORS);
    }
}
