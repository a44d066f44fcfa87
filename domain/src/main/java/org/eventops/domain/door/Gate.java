package org.eventops.domain.door;

/** A way in; {@code key} is unique in the event and never changes. */
public record Gate(String key, String name) {}
