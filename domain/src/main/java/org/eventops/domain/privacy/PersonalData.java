package org.eventops.domain.privacy;

import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What is kept of one person.
 *
 * @param askFor finds this person and nobody else
 * @param names under which they appear
 * @param rows by part, oldest first
 * @param events that the rows belong to, by their end
 */
public record PersonalData(
        Subject subject,
        String askFor,
        NavigableSet<String> names,
        List<PersonalRow> rows,
        List<KeptEvent> events) {
    public PersonalData {
        names = Collections.unmodifiableNavigableSet(new TreeSet<>(names));
        rows = List.copyOf(rows);
        events = List.copyOf(events);
    }

    public List<PersonalRow> of(Part part) {
        return rows.stream().filter(row -> row.part() == part).toList();
    }
}
