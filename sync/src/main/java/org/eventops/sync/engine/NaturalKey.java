package org.eventops.sync.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.SyncedTables;
import org.jspecify.annotations.Nullable;

/** What the columns of a natural key say of a row. */
final class NaturalKey {
    private static final int DIGITS = 8;
    private static final int LONGEST = 40;
    private static final int MOST_SUFFIXES = 10_000;

    private NaturalKey() {}

    static List<String> columns(String table) {
        return SyncedTables.of(table).naturalKey();
    }

    static boolean same(
            String table, Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
        return columns(table).stream()
                .allMatch(name -> Objects.equals(one.get(name), other.get(name)));
    }

    /** Whether the change sets one of its columns to something else. */
    static boolean renamedBy(RowChange change) {
        List<String> names = columns(change.table());
        return change.op() == RowChange.Op.UPDATE
                && change.columns().stream().anyMatch(column -> names.contains(column.name()));
    }

    /** The one column that can be changed to make room. */
    static String movable(String table) {
        return columns(table).getLast();
    }

    /** A value nobody else has, for as long as the hub has not said what holds. */
    static String aside(@Nullable Object value, UUID key) {
        String text = String.valueOf(value);
        int mark = text.indexOf('~');
        String plain = mark < 0 ? text : text.substring(0, mark);
        return plain.substring(0, Math.min(plain.length(), LONGEST))
                + '~'
                + key.toString().replace("-", "").substring(32 - DIGITS);
    }

    static boolean isAside(@Nullable Object value) {
        return value instanceof String text && text.indexOf('~') >= 0;
    }

    /** The first of {@code slug-2}, {@code slug-3} … that is free. */
    static String nextFree(String slug, Predicate<String> free) {
        for (int n = 2; n < MOST_SUFFIXES; n++) {
            String next = slug + '-' + n;
            if (free.test(next)) {
                return next;
            }
        }
        throw new IllegalStateException("no free slug");
    }
}
