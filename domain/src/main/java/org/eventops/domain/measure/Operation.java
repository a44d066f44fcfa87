package org.eventops.domain.measure;

import org.eventops.domain.failure.FailureKind;

/**
 * What is measured, each where all of its calls pass. The names are those of the support archive.
 */
public enum Operation {
    /** One code at the door, from the question to the durable answer. */
    DOOR_DECIDE("door.decide", true),
    SEARCH("search", true),
    /** One reading transaction, with its wait for a turn. */
    STORE_READ("store.read", true),
    /** One write but a bulk one, with its wait for a turn. */
    STORE_WRITE("store.write", true),
    /** One file; as long as the file is. */
    IMPORT("import", false),
    /** One bounded piece of the exchange with the hub. */
    SYNC_TURN("sync.turn", false),
    /** One badge handed to the system; as long as the printer takes. */
    PRINT("print", false),
    /** Opening a camera. */
    CAMERA("camera.open", false),
    /** One answer of an assistant. */
    ASSISTANT("assistant", true);

    private final String key;
    private final boolean awaited;

    Operation(String key, boolean awaited) {
        this.key = key;
        this.awaited = awaited;
    }

    /** As scripts know it. */
    public String key() {
        return key;
    }

    /** Whether somebody waits for its answer, so that it can be too slow. */
    public boolean isAwaited() {
        return awaited;
    }

    /**
     * Whether such a failure is an error here. A hub out of reach is none: that is how the console
     * is meant to work, and how the exchange stands is told by itself.
     */
    public boolean counts(FailureKind kind) {
        return kind.isError() && !(this == SYNC_TURN && kind == FailureKind.ENVIRONMENT);
    }
}
