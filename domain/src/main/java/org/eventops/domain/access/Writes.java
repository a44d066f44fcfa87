package org.eventops.domain.access;

/** What it takes to write a synced table, whichever way. */
public final class Writes {
    private Writes() {}

    /**
     * @param table name of a synced table
     */
    public static Permission to(String table) {
        return switch (table) {
            case "scan", "scan_undo" -> Permission.CHECK_IN;
            case "badge_print" -> Permission.PRINT_BADGES;
            case "ticket", "ticket_order", "revoked_code", "stock_sale", "consent" ->
                    Permission.CHANGE_ORDERS;
            case "checkin_list", "gate" -> Permission.EDIT_LISTS;
            case "signing_key" -> Permission.CHANGE_KEYS;
            case "person", "staff" -> Permission.CHANGE_PEOPLE;
            case "erasure", "org_setting" -> Permission.KEEP_PRIVACY;
            default -> Permission.EDIT_EVENTS;
        };
    }
}
