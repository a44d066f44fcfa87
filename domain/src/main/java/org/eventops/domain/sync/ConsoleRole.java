package org.eventops.domain.sync;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a console may do at its hub, see docs/sync.md; the order is the one people read. */
public enum ConsoleRole {
    DOOR,
    SUPERVISOR,
    BOX_OFFICE,
    ORGANIZER,
    VENUE,
    SPONSOR,
    VENDOR,
    TEAM,
    ADMIN;

    /** As the hub writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a console of this role is for named events only. */
    public boolean needsEvents() {
        return switch (this) {
            case VENUE, SPONSOR, VENDOR, TEAM -> true;
            case DOOR, SUPERVISOR, BOX_OFFICE, ORGANIZER, ADMIN -> false;
        };
    }

    /**
     * @param word as the hub writes it
     * @return empty for one that only a newer program knows
     */
    public static Optional<ConsoleRole> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
