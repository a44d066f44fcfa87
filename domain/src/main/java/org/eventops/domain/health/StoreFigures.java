package org.eventops.domain.health;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How large the store is, and how it was opened; nothing of what it says.
 *
 * @param databaseBytes of its file
 * @param journalBytes of all its files
 * @param journalFiles how many
 * @param snapshot when the newest copy from which a rebuild can start was taken
 * @param recovered changes that the journal gave back at the opening
 * @param rebuilt whether the database was built anew at the opening
 * @param damagedPlaces places in the journal that could not be read
 * @param rows of each table, by its name
 */
public record StoreFigures(
        long databaseBytes,
        long journalBytes,
        int journalFiles,
        Optional<Instant> snapshot,
        int recovered,
        boolean rebuilt,
        int damagedPlaces,
        Map<String, Long> rows) {
    public StoreFigures {
        rows = Map.copyOf(rows);
    }
}
