package org.eventops.domain.audit;

/**
 * One thing that a line's details tell.
 *
 * @param name of a column, or of what is told
 * @param before empty if nothing stood there
 * @param after empty if nothing stands there
 */
public record AuditChange(String name, String before, String after) {}
