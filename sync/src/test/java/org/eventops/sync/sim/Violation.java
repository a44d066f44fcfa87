package org.eventops.sync.sim;

/** An invariant that did not hold. */
public final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String invariant;

    public Violation(String invariant, String what) {
        super(invariant + ": " + what);
        this.invariant = invariant;
    }

    /** {@code I1} to {@code I9}, or {@code HLC}. */
    public String invariant() {
        return invariant;
    }
}
