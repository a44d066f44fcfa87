package org.eventops.domain.exchange;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Which column of a list holds which field; columns are named by their header. */
public record ColumnMapping(Map<AttendeeField, String> columns) {
    public ColumnMapping {
        Map<AttendeeField, String> copy = new EnumMap<>(AttendeeField.class);
        copy.putAll(columns);
        columns = Collections.unmodifiableMap(copy);
    }
}
