package org.eventops.adapters.files.event;

/** How long texts of a file may be, in characters; as long as the store can hold them. */
final class Limits {
    static final int KEY = 200;
    static final int CODE = 512;
    static final int NAME = 1000;
    static final int REASON = 10_000;
    static final int NOTE = 100_000;
    static final int DESCRIPTION = 1_000_000;

    private Limits() {}
}
