package org.eventops.sync.sim;

import java.util.UUID;

/** One row of a synced table. */
public record Key(String table, UUID id) {}
