package org.eventops.domain.door;

/** Which way the person goes. */
public enum ScanKind {
    ENTRY,
    EXIT
}
