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
    TEAM_MEMBER
}
