package org.eventops.sync.sim;

import java.util.UUID;
import org.eventops.domain.access.Permission;
import org.eventops.domain.access.Role;
import org.eventops.domain.access.Writes;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.sync.server.DeviceRole;
import org.eventops.sync.sim.HubState.Device;

/** Who may read and write what. */
final class Roles {
    private Roles() {}

    static boolean reads(Device device, UUID scope, UUID tenant) {
        if (scope.equals(tenant)) {
            return device.organizes();
        }
        return device.scopes() == null || device.scopes().contains(scope);
    }

    static boolean writes(Device device, RowChange change) {
        Role role = DeviceRole.of(device.role());
        String table = change.table();
        return switch (table) {
            case "conflict" -> role.may(Permission.SETTLE_CONFLICTS);
            case "ticket" ->
                    role.may(Writes.to(table))
                            || (onlyAnswers(change) && role.may(Permission.CHECK_IN));
            default -> role.may(Writes.to(table));
        };
    }

    private static boolean onlyAnswers(RowChange change) {
        return change.op() == RowChange.Op.UPDATE
                && change.columns().stream().allMatch(column -> column.name().equals("answers"));
    }
}
