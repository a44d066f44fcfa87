package org.eventops.domain.event;

import java.util.UUID;

/** Also the scope of everything that belongs to the event. */
public record EventId(UUID value) {}
