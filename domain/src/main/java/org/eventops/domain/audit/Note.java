package org.eventops.domain.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A line of the audit for what changes no row.
 *
 * @param scope the event it belongs to, or {@link #NO_EVENT}
 * @param about whose details these are: they go with that person's data
 * @param details as JSON; empty for none
 */
public record Note(Deed deed, UUID scope, About about, String details) {
    public static final UUID NO_EVENT = new UUID(0, 0);
    private static final String PERSON = "person";

    /** Whom a line is about. */
    public sealed interface About {}

    public record Nobody() implements About {}

    /** The same, and whoever did it did so while the store was not open: it is not known who. */
    public record Unseen() implements About {}

    /** Somebody who works or worked here. */
    public record Staff(String name) implements About {}

    /** Whoever a row names. */
    public record OfRow(UUID row) implements About {}

    /**
     * Of no event and about nobody.
     *
     * @param told what there is to say, by its name
     */
    public static Note of(Deed deed, Map<String, String> told) {
        return new Note(deed, NO_EVENT, new Nobody(), AuditDetails.told(told));
    }

    /** The same about somebody who works here. */
    public static Note of(Deed deed, String person, Map<String, String> told) {
        Map<String, String> all = new TreeMap<>(told);
        all.put(PERSON, person);
        return new Note(deed, NO_EVENT, new Staff(person), AuditDetails.told(all));
    }

    /** What was done to somebody who works here, and nothing else. */
    public static Note of(Deed deed, String person) {
        return of(deed, person, Map.of());
    }
}
