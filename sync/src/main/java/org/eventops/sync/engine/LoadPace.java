package org.eventops.sync.engine;

/**
 * How much a first load takes at once.
 *
 * @param least rows of one answer of the hub: so few that a broken line loses little of a slow load
 * @param most rows of one answer when they come quickly: a store writes many in the order of their
 *     keys faster than few at a time
 * @param part rows of one local transaction: the fewer they are, the less of them is copied as
 *     garbage
 */
public record LoadPace(int least, int most, int part) {
    public static final LoadPace USUAL = new LoadPace(5_000, 40_000, 1_000);
}
