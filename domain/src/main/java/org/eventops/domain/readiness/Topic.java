package org.eventops.domain.readiness;

import java.util.Locale;

/** What is looked at before the doors open. The names are the same in every language. */
public enum Topic {
    STORE,
    JOURNAL,
    SNAPSHOT,
    LOG,
    TICKETS,
    LISTS,
    KEYS,
    CLOCK,
    TIME,
    CAMERA,
    SOUND,
    PRINTER,
    STAFF,
    DISK,
    BATTERY,
    WINDOW,
    SYNC,
    PROTECTION,
    COMPUTER,
    BACKUP;

    /** As scripts know it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
