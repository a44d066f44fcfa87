package org.eventops.domain.badge;

import org.jspecify.annotations.Nullable;

/**
 * A printing and what the badge would say now.
 *
 * @param face absent when the ticket is not good any more
 */
public record PrintedBadge(BadgePrint print, @Nullable BadgeFace face) {}
