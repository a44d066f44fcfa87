package org.eventops.sync.server;

import java.util.Map;
import org.eventops.domain.access.Role;

/**
 * The roles that devices have at a hub, under the names it knows, and what each is in {@link Role}.
 */
public final class DeviceRole {
    private static final Map<String, Role> ALL =
            Map.of(
                    "admin", Role.ADMINISTRATOR,
                    "organizer", Role.ORGANIZER,
                    "supervisor", Role.DOOR_SUPERVISOR,
                    "box_office", Role.BOX_OFFICE,
                    "door", Role.DOOR_STEWARD,
                    "venue", Role.VENUE_MANAGER,
                    "sponsor", Role.SPONSOR,
                    "vendor", Role.VENDOR,
                    "team", Role.TEAM_MEMBER);

    private DeviceRole() {}

    /** By the hub's name. */
    public static Map<String, Role> all() {
        return ALL;
    }

    /**
     * @throws IllegalArgumentException if the hub has no such role
     */
    public static Role of(String name) {
        Role role = ALL.get(name);
        if (role == null) {
            throw new IllegalArgumentException("no role of a device: " + name);
        }
        return role;
    }
}
