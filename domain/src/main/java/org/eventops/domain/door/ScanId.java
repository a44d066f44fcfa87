package org.eventops.domain.door;

import java.util.UUID;

/** A scan, everywhere and for ever. */
public record ScanId(UUID value) {}
