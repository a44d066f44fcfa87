package org.eventops.sync.server;

import java.util.UUID;

/**
 * Who a console is at its hub.
 *
 * @param name the administrator's name for it, such as {@code door-2}
 * @param role what it may do, see docs/sync.md; a word in lower case
 * @param tenantName the organisation's name
 */
public record DeviceIdentity(UUID id, String name, String role, UUID tenant, String tenantName) {}
