package org.eventops.sync.server;

import java.util.List;
import java.util.UUID;
import org.eventops.domain.sync.ConsoleRole;

/**
 * A device that is to be made.
 *
 * @param events ids of those it is for; empty means all that its role may see
 */
record NewDevice(String name, ConsoleRole role, List<UUID> events) {
    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}";

    boolean hasGoodName() {
        return name.matches(NAME);
    }

    boolean lacksEvents() {
        return events.isEmpty() && role.needsEvents();
    }
}
