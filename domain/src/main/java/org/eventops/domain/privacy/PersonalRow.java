package org.eventops.domain.privacy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row in which something is kept of a person.
 *
 * @param scope key of the event, or the organisation's own
 * @param columns in the order of {@link Part#columns()}: text, whole number, truth, UUID or
 *     Instant; a ticket's answers as texts by their questions
 */
public record PersonalRow(Part part, UUID id, UUID scope, Map<String, @Nullable Object> columns) {
    private static final List<String> PERSONAL =
            List.of("name", "email", "phone", "company", "note", "answers");

    public PersonalRow {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** Of a ticket or an order: whether it says anything of a person, beside what happened. */
    boolean saysWho() {
        return PERSONAL.stream()
                .map(columns::get)
                .anyMatch(value -> value != null && !value.equals(Map.of()));
    }

    /** The text of a column; null if there is none. */
    public @Nullable String text(String column) {
        Object value = columns.get(column);
        return value == null ? null : value.toString();
    }
}
