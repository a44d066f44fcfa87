package org.eventops.launcher.demo;

/** What became of a wish for the demo organisation. */
public sealed interface DemoOutcome {
    /** How much of everything the store holds of the demo. */
    record Counts(int events, int venues, int sponsors, int people, int attendees) {}

    record Filled(Counts counts) implements DemoOutcome {}

    /** The demo is there; nothing was done. */
    record AlreadyThere(Counts counts) implements DemoOutcome {}

    /**
     * The store holds something else; nothing was done.
     *
     * @param events how many events it holds
     */
    record OtherData(int events) implements DemoOutcome {}
}
