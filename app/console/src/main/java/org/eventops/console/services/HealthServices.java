package org.eventops.console.services;

import org.eventops.domain.health.Health;
import org.eventops.domain.health.SupportArchive;

/** How this console is, and what support is sent of it. */
public record HealthServices(Health health, SupportArchive archive) {}
