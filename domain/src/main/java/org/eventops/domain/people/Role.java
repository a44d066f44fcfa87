package org.eventops.domain.people;

/** What a person does here. */
public enum Role {
    ADMINISTRATOR,
    ORGANIZER,
    BOX_OFFICE,
    DOOR_STEWARD,
    DOOR_SUPERVISOR,
    VENUE_MANAGER,
    SPONSOR,
    VENDOR,
    TEAM_MEMBER;

    /** Whether this person may stand at a door. */
    public boolean worksAtDoors() {
        return this != SPONSOR && this != VENDOR;
    }

    /** Whether this person may let in against a refusal, and open and close a locked door. */
    public boolean supervisesDoors() {
        return this == ADMINISTRATOR || this == ORGANIZER || this == DOOR_SUPERVISOR;
    }
}
