package org.eventops.adapters.files.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eventops.domain.exchange.AttendeeField;
import org.eventops.domain.exchange.ColumnMapping;
import org.jspecify.annotations.Nullable;

/** One record of a list with its cells under the fields they are for; blank is absent. */
record MappedRow(int line, Map<AttendeeField, String> cells) {
    static MappedRow of(int line, List<String> row, List<String> headers, ColumnMapping mapping) {
        Map<AttendeeField, String> cells = new EnumMap<>(AttendeeField.class);
        mapping.columns()
                .forEach(
                        (field, header) -> {
                            int index = headers.indexOf(header);
                            String cell =
                                    index < 0 || index >= row.size() ? "" : row.get(index).strip();
                            if (!cell.isEmpty()) {
                                cells.put(field, cell);
                            }
                        });
        return new MappedRow(line, cells);
    }

    @Nullable String get(AttendeeField field) {
        return cells.get(field);
    }

    @Nullable String name() {
        String whole = get(AttendeeField.NAME);
        if (whole != null) {
            return whole;
        }
        String first = cells.getOrDefault(AttendeeField.FIRST_NAME, "");
        String last = cells.getOrDefault(AttendeeField.LAST_NAME, "");
        String both = (first + " " + last).strip();
        return both.isEmpty() ? null : both;
    }

    /** The cells as a person knows the row again. */
    String shown() {
        return String.join(" · ", cells.values());
    }
}
