package org.eventops.domain.access;

import java.util.UUID;

/** What belongs to one event, so that who may touch it is known. */
public interface OfEvent {
    /** Key of the event. */
    UUID ofEvent();
}
