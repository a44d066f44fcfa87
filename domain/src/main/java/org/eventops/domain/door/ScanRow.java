package org.eventops.domain.door;

import org.jspecify.annotations.Nullable;

/** A scan as the door's log shows it. */
public record ScanRow(
        Scan scan, String list, @Nullable String attendee, @Nullable String product) {}
