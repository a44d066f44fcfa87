package org.eventops.domain.privacy;

import java.util.List;

/** The places where something may be kept of a person, in the order of an export. */
public enum Part {
    TICKET(
            "ticket",
            "id",
            "code order_id product date_key name email phone company status blocked valid_from"
                    + " valid_until addon_to attention note answers price currency"),
    ORDER(
            "ticket_order",
            "id",
            "code status approval valid_while_pending email placed promo locale"),
    SCAN("scan", "ticket_id", "code ticket_id list_id kind verdict at gate device override_reason"),
    UNDO("scan_undo", "scan_id", "scan_id at reason"),
    BADGE("badge_print", "ticket_id", "ticket_id copy at device ended problem detail"),
    CONSENT("consent", "subject", "subject purpose given at source wording"),
    /** Looked for by what they say; see {@link PersonalRows#rows}. */
    CONFLICT(
            "conflict",
            "",
            "kind what table_name row_id field loser winner loser_device winner_device loser_at"
                    + " winner_at raised resolved taken"),
    PERSON("person", "id", "name role email"),
    STAFF("staff", "id", "name role"),
    SPONSOR("sponsor", "id", "name industry city email"),
    /** What they did for others; without whom it was done to. */
    WORK_SCAN("scan", "operator", "kind verdict at gate device operator"),
    WORK_UNDO("scan_undo", "operator", "at operator"),
    WORK_BADGE("badge_print", "operator", "at device operator"),
    WORK_STATUS("status_change", "by_whom", "from_status to_status at by_whom"),
    WORK_CONFLICT("conflict", "resolved_by", "kind resolved resolved_by");

    private final String table;
    private final String by;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
    private final List<String> columns;

    Part(String table, String by, String columns) {
        this.table = table;
        this.by = by;
        this.columns = List.of(columns.split(" "));
    }

    /** The synced table. */
    public String table() {
        return table;
    }

    /** The column that says whose a row is; empty if no single one does. */
    public String by() {
        return by;
    }

    /** What an export shows of a row. */
    public List<String> columns() {
        return columns;
    }

    /** Whether it tells what somebody did here, which stays as long as the event's record does. */
    public boolean isWork() {
        return name().startsWith("WORK_");
    }
}
