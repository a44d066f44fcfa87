package org.eventops.sync.sim;

import java.util.Set;
import java.util.UUID;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.sync.sim.HubState.Device;

/** Who may read and write what. */
final class Roles {
    private static final Set<String> DOOR =
            Set.of("scan", "scan_undo", "badge_print", "conflict", "ticket");
    private static final Set<String> OFFICE =
            Set.of(
                    "ticket",
                    "ticket_order",
                    "scan",
                    "scan_undo",
                    "badge_print",
                    "stock_sale",
                    "conflict");
    private static final Set<String> SUPERVISOR = Set.of("checkin_list", "gate", "revoked_code");

    private Roles() {}

    static boolean reads(Device device, UUID scope, UUID tenant) {
        if (scope.equals(tenant)) {
            return device.organizes();
        }
        return device.scopes() == null || device.scopes().contains(scope);
    }

    static boolean writes(Device device, RowChange change) {
        String table = change.table();
        return switch (device.role()) {
            case "admin", "organizer" -> true;
            case "supervisor" -> OFFICE.contains(table) || SUPERVISOR.contains(table);
            case "box_office" -> OFFICE.contains(table);
            case "door" -> DOOR.contains(table) && (!table.equals("ticket") || onlyAnswers(change));
            default -> table.equals("conflict");
        };
    }

    private static boolean onlyAnswers(RowChange change) {
        return change.op() == RowChange.Op.UPDATE
                && change.columns().stream().allMatch(column -> column.name().equals("answers"));
    }
}
