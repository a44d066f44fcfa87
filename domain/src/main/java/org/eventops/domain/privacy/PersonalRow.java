package org.eventops.domain.privacy;

import java.util.Collections;
import java.util.LinkedHashMap;
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
    public PersonalRow {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** The text of a column; null if there is none. */
    public @Nullable String text(String column) {
        Object value = columns.get(column);
        return value == null ? null : value.toString();
    }
}
