package org.eventops.console.ui;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eventops.resources.Texts;

/** The words for what columns of the store hold as a choice. */
public final class ColumnWords {
    /** Where the words for a column's values stand. */
    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    entry("ticket/status", "privacy.value.ticket."),
                    entry("ticket_order/status", "ticketing.payment."),
                    entry("ticket_order/approval", "privacy.value.approval."),
                    entry("scan/kind", "privacy.value.scan."),
                    entry("scan/verdict", "door.verdict."),
                    entry("conflict/kind", "sync.conflicts.kind."),
                    entry("conflict/table_name", "sync.table."),
                    entry("conflict/field", "sync.field."),
                    entry("conflict/taken", "privacy.value.taken."),
                    entry("person/role", "people.role."),
                    entry("staff/role", "people.role."),
                    entry("event/status", "event.status."),
                    entry("event/type", "event.type."),
                    entry("event/visibility", "event.visibility."),
                    entry("status_change/from_status", "event.status."),
                    entry("status_change/to_status", "event.status."),
                    entry("badge_print/problem", "badge.problem."));

    private ColumnWords() {}

    /**
     * Empty if there is no word for it, as of a newer program.
     *
     * @param detail what the words of some leave room for
     */
    public static Optional<String> of(
            Texts texts, String table, String column, String value, String detail) {
        String beginning = WORDS.get(table + "/" + column);
        if (beginning == null) {
            return Optional.empty();
        }
        String key = beginning + value;
        String loud = beginning + value.toUpperCase(Locale.ROOT);
        return Optional.of(texts.has(key) ? key : loud)
                .filter(texts::has)
                .map(each -> texts.get(each, detail));
    }

    /** The choices whose words, or a part of them, somebody may have typed. */
    public static Set<String> choices(Texts texts, Predicate<String> typed) {
        return Set.copyOf(WORDS.values()).stream()
                .flatMap(each -> texts.keysOf(each, typed).stream())
                .collect(Collectors.toSet());
    }
}
