package org.eventops.persistence;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What it took to open the store.
 *
 * @param state the short of it
 * @param applied mutations that the journal held and the database did not
 * @param tornBytes an unfinished write at the end of the journal that was put aside; nobody had
 *     been told that it succeeded
 * @param damagedPlaces places inside the journal that could not be read
 * @param journalShorter whether the journal lacks something that it had when the store was closed
 *     in peace; so it stays until a backup is restored
 * @param aside where a damaged database file was moved to
 */
public record Opening(
        State state,
        int applied,
        long tornBytes,
        int damagedPlaces,
        boolean journalShorter,
        @Nullable Path aside) {
    /** In short. */
    public enum State {
        /** A new store. */
        CREATED,
        /** Nothing to do. */
        CLEAN,
        /** The database was behind the journal, as after a crash; it has been brought up. */
        RECOVERED,
        /** The database was missing or damaged; it has been built anew. */
        REBUILT
    }
}
