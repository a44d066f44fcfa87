package org.eventops.domain.event;

/** Who may find the event. */
public enum Visibility {
    PUBLIC,
    UNLISTED,
    PRIVATE
}
