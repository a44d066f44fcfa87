package org.eventops.domain.backup;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a backup says of itself before it is opened; no names of attendees among it.
 *
 * @param id the same for ever
 * @param previous the backup of the same store before this one; of an incremental one always there
 * @param takenAt by the console's clock
 * @param span which moments it can bring back
 * @param key whether a password guards it
 */
public record BackupFacts(
        UUID id, BackupKind kind, Optional<UUID> previous, Instant takenAt, Span span, Key key) {

    /**
     * Moments in hybrid time, both included. Of an incremental one those that it adds to the ones
     * before it, the first of them excluded.
     */
    public record Span(Instant from, Instant until) {}

    /** What the key of a backup lies under. */
    public enum Key {
        /** The passwords of those who opened the store when it was taken. */
        PASSWORDS,
        /** Nothing: it lies in the backup, since nobody protected the store. */
        OPEN
    }

    public boolean isFull() {
        return kind == BackupKind.FULL;
    }

    public boolean isProtected() {
        return key == Key.PASSWORDS;
    }
}
