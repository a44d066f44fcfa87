package org.eventops.persistence.capture;

import java.util.List;
import java.util.stream.Collectors;
import org.eventops.domain.change.replica.RowChange;
import org.jspecify.annotations.Nullable;

/** The SQL that does what a row change says; done again, it leads to the same row. */
final class RowSql {
    private RowSql() {}

    /**
     * @param values the parameters are added here
     */
    static String of(RowChange change, List<@Nullable Object> values) {
        List<String> names = change.columns().stream().map(RowChange.Column::name).toList();
        if (change.op() != RowChange.Op.DELETE) {
            change.columns().forEach(column -> values.add(column.after()));
        }
        if (change.op() != RowChange.Op.INSERT) {
            values.add(key(change));
        }
        return switch (change.op()) {
            case INSERT ->
                    "MERGE INTO %s (%s) KEY (%s) VALUES (%s)"
                            .formatted(
                                    change.table(),
                                    String.join(", ", names),
                                    keyName(change),
                                    names.stream()
                                            .map(unused -> "?")
                                            .collect(Collectors.joining(", ")));
            case UPDATE ->
                    "UPDATE %s SET %s WHERE %s = ?"
                            .formatted(
                                    change.table(),
                                    names.stream()
                                            .map(name -> name + " = ?")
                                            .collect(Collectors.joining(", ")),
                                    keyName(change));
            case DELETE -> "DELETE FROM %s WHERE %s = ?".formatted(change.table(), keyName(change));
        };
    }

    private static String keyName(RowChange change) {
        return change.table().equals(Machinery.OUTBOX) ? "number" : "id";
    }

    private static Object key(RowChange change) {
        return change.table().equals(Machinery.OUTBOX)
                ? change.key().getLeastSignificantBits()
                : change.key();
    }
}
