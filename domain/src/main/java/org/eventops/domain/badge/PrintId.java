package org.eventops.domain.badge;

import java.util.UUID;

/** One printing of one badge. */
public record PrintId(UUID value) {}
