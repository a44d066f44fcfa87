package org.eventops.domain.door;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in where.
 *
 * @param name unique in the event
 * @param rules a JsonLogic object as JSON text; absent means no rule
 * @param gates keys of the gates it may be scanned at; empty means all
 * @param date key of the only series date it is for; absent means all
 */
public record CheckinList(
        String name,
        ProductSelection products,
        boolean includePending,
        boolean multipleEntry,
        boolean reentryAfterExit,
        boolean addonMatching,
        @Nullable String rules,
        SortedSet<String> gates,
        @Nullable String date) {
    public CheckinList {
        gates = Collections.unmodifiableSortedSet(new TreeSet<>(gates));
    }
}
