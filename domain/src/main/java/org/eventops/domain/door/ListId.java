package org.eventops.domain.door;

import java.util.UUID;

/** Stays when a list is renamed. */
public record ListId(UUID value) {}
