package org.eventops.sync.sim;

/** A mutation that has no effect; its reason is a word of docs/sync.md. */
final class Rejection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Rejection(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
