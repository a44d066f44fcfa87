package org.eventops.domain.audit;

import java.util.Set;
import java.util.UUID;

/**
 * What somebody looks for in the audit: a text as it stands in a line, or what a line keeps by a
 * key and a person reads as a word. One of these is enough.
 *
 * @param text any part of who, device, table or details, whatever its case; empty for all
 * @param deeds of which the line tells one
 * @param tables of which the line's row is
 * @param events to which it belongs
 * @param keys names of columns, or choices, as they stand in the details
 */
public record Sought(
        String text, Set<Deed> deeds, Set<String> tables, Set<UUID> events, Set<String> keys) {
    public Sought {
        deeds = Set.copyOf(deeds);
        tables = Set.copyOf(tables);
        events = Set.copyOf(events);
        keys = Set.copyOf(keys);
    }

    /** As it stands in a line, and nothing else. */
    public static Sought text(String text) {
        return new Sought(text, Set.of(), Set.of(), Set.of(), Set.of());
    }
}
