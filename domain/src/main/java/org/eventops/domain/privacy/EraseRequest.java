package org.eventops.domain.privacy;

/**
 * @param reason why, kept with the erasure; must not say who
 * @param dryRun only say what would change
 * @param force also where a ticket still admits
 */
public record EraseRequest(PersonQuery query, String reason, boolean dryRun, boolean force) {}
