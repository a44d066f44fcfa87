package org.eventops.adapters.keystore;

import java.util.OptionalInt;

/**
 * What another program answered.
 *
 * @param exit its exit status; empty if it had none in time
 * @param said what it printed beside
 */
record Asked(OptionalInt exit, String printed, String said) {
    boolean isDone() {
        return exit.isPresent() && exit.getAsInt() == 0;
    }

    /** Never what was printed, which would end up in a log. */
    @Override
    public String toString() {
        return "Asked " + exit;
    }
}
