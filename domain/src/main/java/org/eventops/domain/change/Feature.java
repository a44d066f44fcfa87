package org.eventops.domain.change;

/** The part of the business a stored change belongs to; views ask again when theirs is named. */
public enum Feature {
    EVENT,
    TICKETING,
    DOOR,
    BADGE,
    VENUE,
    SPONSOR,
    PEOPLE,
    SETTINGS,
    SYNC,
    /** Something was written down of who did what. */
    AUDIT
}
