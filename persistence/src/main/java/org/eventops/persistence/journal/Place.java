package org.eventops.persistence.journal;

/**
 * Where a mutation begins in the journal.
 *
 * @param segment first number of the file
 * @param offset of its first frame, bytes from the start of the file
 */
public record Place(long segment, long offset) {}
