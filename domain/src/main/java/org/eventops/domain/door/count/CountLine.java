package org.eventops.domain.door.count;

/**
 * One product, or one list.
 *
 * @param key of the product, or the name of the list; the empty text for tickets that are gone
 * @param name as people read it
 */
public record CountLine(String key, String name, Attendance attendance) {}
