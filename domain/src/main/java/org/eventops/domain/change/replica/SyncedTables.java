package org.eventops.domain.change.replica;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every table that is synced: the one definition that local store, hub and engine are held to by
 * tests. In the order of a first load: what a door needs comes first, and nothing before what it
 * refers to.
 */
public final class SyncedTables {
    /** How changes of different consoles come together. */
    public enum Kind {
        /** Field by field. */
        MERGED,
        /** Rows are only added; a row that is there stays as it is. */
        APPEND,
        /** Written by the hub alone, but for the resolution of a conflict. */
        HUB
    }

    /** What a column holds; the Java types are those of {@link RowChange.Column}. */
    public enum Type {
        TEXT,
        UUID,
        INT,
        LONG,
        BOOL,
        TIME,
        DECIMAL
    }

    /**
     * @param optional whether it may be null
     */
    public record Column(String name, Type type, boolean optional) {}

    /**
     * @param columns all of them, {@code id}, {@code tenant} and {@code scope} first, without those
     *     that are a console's own
     * @param naturalKey columns that no two rows of a tenant share ({@code tenant} is left out);
     *     empty if there is none
     * @param references column by column, the table whose id it holds
     */
    public record Table(
            String name,
            Kind kind,
            List<Column> columns,
            List<String> naturalKey,
            Map<String, String> references) {}

    private static final Map<String, Table> ALL = new LinkedHashMap<>();

    /**
     * Column specifications: {@code name[:type]}, text unless told, {@code ?} before an optional
     * one.
     */
    private static final List<Table> IN_ORDER =
            List.of(
                    table(
                            "event",
                            Kind.MERGED,
                            "slug",
                            "",
                            "slug name type status zone currency ?city ?venue starts:time "
                                    + "ends:time ?admission:time ?capacity:int ?description "
                                    + "visibility ?tier ?tax_name ?tax_rate:decimal "
                                    + "?tax_included:bool"),
                    table(
                            "series_date",
                            Kind.MERGED,
                            "scope name_key",
                            "",
                            "name_key starts:time ends:time ?admission:time"),
                    table(
                            "product",
                            Kind.MERGED,
                            "scope name_key",
                            "",
                            "name_key name price:long currency ?quantity:int "
                                    + "?sale_starts:time ?sale_ends:time ?early_price:long "
                                    + "?early_until:time ?group_from:int ?group_percent:decimal "
                                    + "?min_per_order:int ?max_per_order:int addon_of"),
                    table(
                            "promo",
                            Kind.MERGED,
                            "scope code",
                            "",
                            "code ?percent_off:decimal ?amount_off:long currency "
                                    + "?max_uses:int products ?until:time"),
                    table(
                            "question",
                            Kind.MERGED,
                            "scope name_key",
                            "",
                            "name_key label type required:bool ask_at_checkin:bool products "
                                    + "choices"),
                    table("gate", Kind.MERGED, "scope name_key", "", "name_key name"),
                    table(
                            "checkin_list",
                            Kind.MERGED,
                            "scope name",
                            "",
                            "name all_products:bool products include_pending:bool "
                                    + "multiple_entry:bool reentry_after_exit:bool "
                                    + "addon_matching:bool ?rules gates ?date_key"),
                    table(
                            "signing_key",
                            Kind.MERGED,
                            "scope name_key",
                            "",
                            "name_key public_key ?retired:time"),
                    table(
                            "ticket_order",
                            Kind.MERGED,
                            "scope code",
                            "",
                            "code code_folded status approval valid_while_pending:bool "
                                    + "?email ?placed:time ?promo ?locale"),
                    table(
                            "ticket",
                            Kind.MERGED,
                            "scope code",
                            "order_id=ticket_order",
                            "order_id:uuid code code_folded product ?date_key ?name ?email "
                                    + "?phone ?company status blocked:bool ?valid_from:time "
                                    + "?valid_until:time ?addon_to attention:bool ?note answers "
                                    + "price:long currency"),
                    table("revoked_code", Kind.MERGED, "scope code", "", "code"),
                    table(
                            "scan",
                            Kind.APPEND,
                            "",
                            "list_id=checkin_list ticket_id=ticket",
                            "list_id:uuid ?ticket_id:uuid code kind verdict at:time ?gate "
                                    + "?device ?operator ?override_reason"),
                    table(
                            "scan_undo",
                            Kind.APPEND,
                            "scan_id",
                            "scan_id=scan",
                            "scan_id:uuid at:time ?reason ?operator"),
                    table(
                            "status_change",
                            Kind.APPEND,
                            "",
                            "",
                            "from_status to_status at:time by_whom ?reason"),
                    table("ticket_look", Kind.MERGED, "scope", "", "colour ?logo"),
                    table(
                            "badge_layout",
                            Kind.MERGED,
                            "scope",
                            "",
                            "width:decimal height:decimal elements ?logo"),
                    table(
                            "badge_print",
                            Kind.MERGED,
                            "",
                            "ticket_id=ticket",
                            "ticket_id:uuid copy:int at:time ?device ?operator ?ended:time "
                                    + "?problem ?detail"),
                    table("venue", Kind.MERGED, "name", "", "name city ?address ?capacity:int"),
                    table("sponsor", Kind.MERGED, "name", "", "name industry ?city ?email"),
                    table("person", Kind.MERGED, "name", "", "name role ?email"),
                    table("staff", Kind.MERGED, "scope name", "", "name role"),
                    table(
                            "consent",
                            Kind.MERGED,
                            "scope subject purpose",
                            "",
                            "subject purpose given:bool at:time source ?wording"),
                    table("erasure", Kind.APPEND, "", "", "digest at:time by_whom ?reason"),
                    table("org_setting", Kind.MERGED, "name", "", "name content"),
                    table(
                            "stock",
                            Kind.HUB,
                            "scope product",
                            "",
                            "product capacity:int sold:int leased:int"),
                    table(
                            "lease",
                            Kind.HUB,
                            "",
                            "",
                            "product device:uuid granted:int used:int state"),
                    table(
                            "stock_sale",
                            Kind.APPEND,
                            "",
                            "lease_id=lease",
                            "lease_id:uuid product quantity:int at:time"),
                    table(
                            "conflict",
                            Kind.HUB,
                            "",
                            "",
                            "kind ?what ?table_name ?row_id:uuid ?field ?loser ?winner "
                                    + "?loser_device ?winner_device ?loser_at:time ?winner_at:time "
                                    + "raised:time ?resolved:time ?resolved_by ?taken"));

    static {
        IN_ORDER.forEach(table -> ALL.put(table.name(), table));
    }

    private SyncedTables() {}

    /** In the order of a first load. */
    public static List<Table> inOrder() {
        return IN_ORDER;
    }

    /**
     * @throws IllegalArgumentException if no such table is synced
     */
    public static Table of(String name) {
        Table table = ALL.get(name);
        if (table == null) {
            throw new IllegalArgumentException("not a synced table: " + name);
        }
        return table;
    }

    private static Table table(
            String name, Kind kind, String naturalKey, String references, String columns) {
        List<Column> all = new ArrayList<>();
        for (String first : List.of("id", "tenant", "scope")) {
            all.add(new Column(first, Type.UUID, false));
        }
        words(columns).forEach(word -> all.add(column(word)));
        Map<String, String> refersTo = new LinkedHashMap<>();
        for (String reference : words(references)) {
            int at = reference.indexOf('=');
            refersTo.put(reference.substring(0, at), reference.substring(at + 1));
        }
        return new Table(name, kind, List.copyOf(all), words(naturalKey), Map.copyOf(refersTo));
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.split(" "));
    }

    private static Column column(String word) {
        boolean optional = word.startsWith("?");
        String rest = optional ? word.substring(1) : word;
        int colon = rest.indexOf(':');
        return colon < 0
                ? new Column(rest, Type.TEXT, optional)
                : new Column(
                        rest.substring(0, colon),
                        Type.valueOf(rest.substring(colon + 1).toUpperCase(java.util.Locale.ROOT)),
                        optional);
    }
}
