package org.eventops.domain.door.count;

/**
 * What one gate has scanned; numbers of scans, not of tickets.
 *
 * @param key of the gate; the empty text for scans without one
 * @param name as people read it
 */
public record GateLine(String key, String name, int entries, int exits, int refused) {}
