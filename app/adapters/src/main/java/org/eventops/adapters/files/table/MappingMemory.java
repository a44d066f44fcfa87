package org.eventops.adapters.files.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eventops.domain.exchange.AttendeeField;
import org.eventops.domain.exchange.ColumnMapping;
import org.eventops.domain.settings.Settings;

/** What a person said the columns of a header mean, for the next file that has it. */
final class MappingMemory {
    private static final String PREFIX = "import.mapping.";

    private final Settings settings;

    MappingMemory(Settings settings) {
        this.settings = settings;
    }

    void remember(List<String> headers, ColumnMapping mapping) {
        StringBuilder lines = new StringBuilder();
        mapping.columns()
                .forEach(
                        (field, header) ->
                                lines.append(field).append('=').append(header).append('\n'));
        settings.put(key(headers), lines.toString());
    }

    Optional<ColumnMapping> recall(List<String> headers) {
        return settings.get(key(headers)).map(MappingMemory::parse);
    }

    private static ColumnMapping parse(String lines) {
        Map<AttendeeField, String> columns = new EnumMap<>(AttendeeField.class);
        lines.lines()
                .forEach(
                        line -> {
                            int sign = line.indexOf('=');
                            columns.put(
                                    AttendeeField.valueOf(line.substring(0, sign)),
                                    line.substring(sign + 1));
                        });
        return new ColumnMapping(columns);
    }

    private static String key(List<String> headers) {
        String folded = String.join("|", headers.stream().map(HeaderFold::fold).toList());
        return PREFIX + Integer.toHexString(folded.hashCode()) + "." + headers.size();
    }
}
