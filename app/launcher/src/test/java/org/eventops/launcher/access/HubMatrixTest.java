package org.eventops.launcher.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.access.Permission;
import org.eventops.domain.access.Role;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.Receipt.Outcome;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.RowChange.Column;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.domain.change.replica.SyncedTables.Kind;
import org.eventops.sync.hub.Changes;
import org.eventops.sync.hub.Console;
import org.eventops.sync.hub.HubWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The matrix at a real hub: devices of every role write every table in every way. */
class HubMatrixTest {
    private static final Map<String, Role> ROLES =
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

    private static final Set<Role> ORGANIZERS = Set.of(Role.ADMINISTRATOR, Role.ORGANIZER);
    private static final Set<String> OF_THE_ORGANISATION =
            Set.of("venue", "sponsor", "person", "org_setting");
    private static final OffsetDateTime SOME_DAY =
            OffsetDateTime.of(2026, 11, 22, 20, 0, 0, 0, ZoneOffset.UTC);

    private static final String SALE = "stock_sale";

    private static HubWorld world;
    private static Console admin;
    private static UUID event;
    private static final Map<String, UUID> PARENTS = new LinkedHashMap<>();

    @BeforeAll
    static void prepare() {
        world = new HubWorld();
        admin = world.console("first", "admin");
        event = Changes.key();
        applied(Changes.event(event, "gala"));
        PARENTS.put("checkin_list", Changes.key());
        PARENTS.put("ticket_order", Changes.key());
        PARENTS.put("ticket", Changes.key());
        PARENTS.put("scan", Changes.key());
        applied(Changes.list(event, parent("checkin_list"), "main", true, true));
        applied(Changes.order(event, parent("ticket_order"), "o1"));
        applied(Changes.ticket(event, parent("ticket_order"), parent("ticket"), "t1", "Ana Peña"));
        applied(Changes.scan(event, parent("checkin_list"), parent("ticket"), parent("scan")));
    }

    @AfterAll
    static void end() {
        admin.close();
        world.close();
    }

    private static void applied(RowChange change) {
        assertThat(admin.push(change).outcome()).isEqualTo(Outcome.APPLIED);
    }

    private static UUID parent(String table) {
        return Objects.requireNonNull(PARENTS.get(table), table);
    }

    @Test
    void everyRoleWritesAtTheHubWhatItMayAndNothingElse() {
        List<String> wrong = new ArrayList<>();
        ROLES.forEach(
                (name, role) -> {
                    try (Console device = device(name)) {
                        for (SyncedTables.Table table : SyncedTables.inOrder()) {
                            check(wrong, device, role, table);
                        }
                    }
                });
        assertThat(wrong).isEmpty();
    }

    private static Console device(String role) {
        return ORGANIZERS.contains(ROLES.get(role))
                ? world.console(role, role)
                : world.console(role, role, "gala");
    }

    private void check(List<String> wrong, Console device, Role role, SyncedTables.Table table) {
        boolean may = mayWrite(role, table);
        RowChange insert = insert(table);
        note(wrong, role, insert, may && table.kind() != Kind.HUB, device.push(insert));
        if (table.kind() == Kind.HUB) {
            return;
        }
        RowChange there = insert(table);
        if (!table.name().equals(SALE)) {
            applied(there);
        }
        RowChange update = update(table, there);
        boolean changed = may && table.kind() == Kind.MERGED;
        note(wrong, role, update, changed, device.push(update));
        RowChange delete = Changes.delete(there);
        note(wrong, role, delete, changed, device.push(delete));
    }

    private static void note(
            List<String> wrong, Role role, RowChange change, boolean allowed, Receipt receipt) {
        boolean refused =
                receipt.outcome() == Outcome.REJECTED
                        && Set.of("ROLE", "SCOPE").contains(String.valueOf(receipt.reason()));
        // Nobody has a lease here: a sale is refused for that, once its author may sell.
        boolean done =
                receipt.outcome() != Outcome.REJECTED || (change.table().equals(SALE) && !refused);
        if (allowed ? !done : !refused) {
            wrong.add(
                    "%s %s %s: %s %s"
                            .formatted(
                                    role,
                                    change.op(),
                                    change.table(),
                                    receipt.outcome(),
                                    receipt.reason()));
        }
    }

    private static boolean mayWrite(Role role, SyncedTables.Table table) {
        boolean reaches =
                ORGANIZERS.contains(role)
                        || (!OF_THE_ORGANISATION.contains(table.name())
                                && !table.name().equals("event"));
        return reaches && Matrix.permits(role, Matrix.writes(table.name()));
    }

    @Test
    void ofATicketWhoeverChecksInWritesTheAnswersAndNoMore() {
        List<String> wrong = new ArrayList<>();
        SyncedTables.Table tickets = SyncedTables.of("ticket");
        ROLES.forEach(
                (name, role) -> {
                    try (Console device = world.console(name + " 2", name, scopes(role))) {
                        RowChange there = insert(tickets);
                        applied(there);
                        RowChange answers =
                                Changes.update(
                                        "ticket", event, there.key(), "answers", "{}", "{1}");
                        boolean may =
                                Matrix.permits(role, Permission.CHECK_IN)
                                        || Matrix.permits(role, Permission.CHANGE_ORDERS);
                        note(wrong, role, answers, may, device.push(answers));
                        RowChange name2 =
                                Changes.update("ticket", event, there.key(), "name", "x", "Eva");
                        boolean more = Matrix.permits(role, Permission.CHANGE_ORDERS);
                        note(wrong, role, name2, more, device.push(name2));
                    }
                });
        assertThat(wrong).isEmpty();
    }

    @Test
    void aConflictIsSettledByWhoMay() {
        UUID list = Changes.key();
        applied(Changes.list(event, list, "once", false, false));
        applied(Changes.scan(event, list, parent("ticket"), Changes.key()));
        UUID second = Changes.key();
        admin.push(Changes.scan(event, list, parent("ticket"), second));
        UUID conflict =
                UUID.fromString(
                        world.asked(
                                "SELECT id FROM sync.conflict WHERE row_id = '" + second + "'"));
        List<String> wrong = new ArrayList<>();
        ROLES.forEach(
                (name, role) -> {
                    try (Console device = world.console(name + " 3", name, scopes(role))) {
                        RowChange settle =
                                Changes.update("conflict", event, conflict, "taken", null, "mine");
                        boolean may = Matrix.permits(role, Permission.SETTLE_CONFLICTS);
                        note(wrong, role, settle, may, device.push(settle));
                    }
                });
        assertThat(wrong).isEmpty();
    }

    private static String[] scopes(Role role) {
        return ORGANIZERS.contains(role) ? new String[0] : new String[] {"gala"};
    }

    private static RowChange insert(SyncedTables.Table table) {
        UUID key = Changes.key();
        boolean own = table.name().equals("event");
        UUID scope =
                own
                        ? key
                        : OF_THE_ORGANISATION.contains(table.name()) ? world.tenant().id() : event;
        if (table.name().equals("ticket_look") || table.name().equals("badge_layout")) {
            // One for each event.
            scope = anotherEvent();
        }
        List<Column> columns = new ArrayList<>();
        for (SyncedTables.Column column : table.columns()) {
            Object value =
                    switch (column.name()) {
                        case "id" -> key;
                        case "tenant" -> world.tenant().id();
                        case "scope" -> scope;
                        default -> column.optional() ? null : something(table, column, key);
                    };
            if (value != null) {
                columns.add(new Column(column.name(), null, value));
            }
        }
        return new RowChange(table.name(), scope, RowChange.Op.INSERT, key, columns);
    }

    private static UUID anotherEvent() {
        UUID other = Changes.key();
        applied(Changes.event(other, "otro-" + other));
        world.asked(
                "UPDATE sync.device SET scopes = scopes || '%s'::uuid WHERE scopes IS NOT NULL"
                        .formatted(other));
        return other;
    }

    private static Object something(
            SyncedTables.Table table, SyncedTables.Column column, UUID key) {
        String refers = table.references().get(column.name());
        if (refers != null) {
            return switch (table.name()) {
                case "scan_undo" -> freshScan();
                case SALE -> key;
                default -> parent(refers);
            };
        }
        return switch (column.type()) {
            case TEXT -> table.naturalKey().contains(column.name()) ? "k" + key : "x";
            case UUID -> key;
            case INT -> 1;
            case LONG -> 1L;
            case BOOL -> false;
            case TIME -> SOME_DAY;
            case DECIMAL -> BigDecimal.ONE;
        };
    }

    /** Each is taken back once. */
    private static UUID freshScan() {
        UUID scan = Changes.key();
        applied(Changes.scan(event, parent("checkin_list"), parent("ticket"), scan));
        return scan;
    }

    /** A column that is no key. */
    private static RowChange update(SyncedTables.Table table, RowChange there) {
        SyncedTables.Column column =
                table.columns().stream()
                        .skip(3)
                        .filter(each -> !table.naturalKey().contains(each.name()))
                        .filter(each -> !table.references().containsKey(each.name()))
                        .findFirst()
                        .orElse(table.columns().getLast());
        Object before =
                there.columns().stream()
                        .filter(each -> each.name().equals(column.name()))
                        .findFirst()
                        .map(Column::after)
                        .orElse(null);
        Object after =
                switch (column.type()) {
                    case TEXT -> "yy";
                    case INT -> 2;
                    case LONG -> 2L;
                    case BOOL -> true;
                    case TIME -> SOME_DAY.plusDays(1);
                    case DECIMAL -> BigDecimal.TEN;
                    case UUID -> Changes.key();
                };
        return new RowChange(
                table.name(),
                there.scope(),
                RowChange.Op.UPDATE,
                there.key(),
                List.of(new Column(column.name(), before, after)));
    }
}
