package org.eventops.sync.engine;

import java.util.UUID;

/** One row of a synced table. */
record RowKey(String table, UUID key) {}
