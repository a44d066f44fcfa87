package org.eventops.domain.access;

/** What somebody may be allowed to do, in the whole organisation or at one event. */
public enum Permission {
    /** Events, what is sold of them, their lists, keys and counts; no names of attendees. */
    SEE_EVENTS,
    /** Details, status, products and looks of an event; venues and sponsors. */
    EDIT_EVENTS,
    /** Check-in lists and gates. */
    EDIT_LISTS,
    /** Orders and tickets: who has them, whether they hold, new codes for old ones. */
    CHANGE_ORDERS,
    /** Tickets on paper and as files. */
    ISSUE_TICKETS,
    /** The keys that sign tickets. */
    CHANGE_KEYS,
    /** Entries and exits, answers given at the door, taking back what was just done. */
    CHECK_IN,
    /** Letting in against a refusal, taking back late, opening and closing a locked door. */
    SUPERVISE_DOORS,
    /** Attendees by name, and what they did. */
    FIND_ATTENDEES,
    PRINT_BADGES,
    /** What could not stand both. */
    SETTLE_CONFLICTS,
    IMPORT,
    /** Documents that leave the console, attendee lists among them. */
    EXPORT,
    /** Rehearsing an evening on a copy. */
    REHEARSE,
    /** Printers, cameras and what else this console is. */
    SET_UP_CONSOLE,
    /** Who works here, as what, and their PINs. */
    CHANGE_PEOPLE,
    /** What is kept of whom, and for how long: giving out and taking away a person's data. */
    KEEP_PRIVACY,
    /** Who did what, when and from where. */
    SEE_AUDIT,
    /** Letting consoles in at the hub and taking them out. */
    CHANGE_DEVICES,
    /** Copies of the whole store: taking, trying, and bringing them back. */
    BACK_UP
}
