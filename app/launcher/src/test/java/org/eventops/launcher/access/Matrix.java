package org.eventops.launcher.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eventops.domain.access.Permission;
import org.eventops.domain.access.Role;

/** Who may do what, written down a second time: a change of mind has to be made in both places. */
final class Matrix {
    private static final String GRID =
            """
            what             admin org box steward superv venue sponsor vendor team design model attendee
            SEE_EVENTS       x     x   x   x       x      x     x       x      x    .      .     .
            EDIT_EVENTS      x     x   .   .       .      .     .       .      .    .      .     .
            EDIT_LISTS       x     x   .   .       x      .     .       .      .    .      .     .
            CHANGE_ORDERS    x     x   x   .       x      .     .       .      .    .      .     .
            ISSUE_TICKETS    x     x   x   .       x      .     .       .      .    .      .     .
            CHANGE_KEYS      x     x   .   .       .      .     .       .      .    .      .     .
            CHECK_IN         x     x   x   x       x      .     .       .      x    .      .     .
            SUPERVISE_DOORS  x     x   .   .       x      .     .       .      .    .      .     .
            FIND_ATTENDEES   x     x   x   x       x      .     .       .      x    .      .     .
            PRINT_BADGES     x     x   x   x       x      .     .       .      x    .      .     .
            SETTLE_CONFLICTS x     x   x   x       x      .     .       .      x    .      .     .
            IMPORT           x     x   .   .       .      .     .       .      .    .      .     .
            EXPORT           x     x   .   .       .      .     .       .      .    .      .     .
            REHEARSE         x     x   .   .       x      x     .       .      .    .      .     .
            SET_UP_CONSOLE   x     x   .   .       x      .     .       .      .    .      .     .
            CHANGE_PEOPLE    x     x   .   .       .      .     .       .      .    .      .     .
            KEEP_PRIVACY     x     x   .   .       .      .     .       .      .    .      .     .
            SEE_AUDIT        x     x   .   .       .      .     .       .      .    .      .     .
            CHANGE_DEVICES   x     .   .   .       .      .     .       .      .    .      .     .
            BACK_UP          x     x   .   .       .      .     .       .      .    .      .     .
            """;

    private static final List<Role> COLUMNS =
            List.of(
                    Role.ADMINISTRATOR,
                    Role.ORGANIZER,
                    Role.BOX_OFFICE,
                    Role.DOOR_STEWARD,
                    Role.DOOR_SUPERVISOR,
                    Role.VENUE_MANAGER,
                    Role.SPONSOR,
                    Role.VENDOR,
                    Role.TEAM_MEMBER,
                    Role.DESIGNER,
                    Role.MODEL,
                    Role.ATTENDEE);

    private static final Set<String> PERMITTED =
            GRID.lines()
                    .skip(1)
                    .map(line -> line.split(" +"))
                    .flatMap(Matrix::marked)
                    .collect(Collectors.toSet());

    private Matrix() {}

    static boolean permits(Role role, Permission permission) {
        return PERMITTED.contains(cell(role, permission.name()));
    }

    /** What it takes to write a table. */
    static Permission writes(String table) {
        if (Set.of("scan", "scan_undo").contains(table)) {
            return Permission.CHECK_IN;
        }
        if (Set.of("ticket", "ticket_order", "revoked_code", "stock_sale", "consent")
                .contains(table)) {
            return Permission.CHANGE_ORDERS;
        }
        return Map.of(
                        "badge_print", Permission.PRINT_BADGES,
                        "checkin_list", Permission.EDIT_LISTS,
                        "gate", Permission.EDIT_LISTS,
                        "signing_key", Permission.CHANGE_KEYS,
                        "person", Permission.CHANGE_PEOPLE,
                        "staff", Permission.CHANGE_PEOPLE,
                        "erasure", Permission.KEEP_PRIVACY,
                        "org_setting", Permission.KEEP_PRIVACY)
                .getOrDefault(table, Permission.EDIT_EVENTS);
    }

    private static Stream<String> marked(String[] row) {
        return IntStream.range(0, COLUMNS.size())
                .filter(i -> row[i + 1].equals("x"))
                .mapToObj(i -> cell(COLUMNS.get(i), row[0]));
    }

    private static String cell(Role role, String permission) {
        return role + " " + permission;
    }
}
