package org.eventops.sync.sim;

import java.util.random.RandomGenerator;

/**
 * What may go wrong in one history.
 *
 * @param wire of a hundred calls, how many go wrong in each way
 */
record Faults(
        int wire,
        boolean partitions,
        boolean crashes,
        boolean clocks,
        boolean copies,
        boolean backups,
        boolean retention,
        boolean revocations,
        boolean grants) {
    static final Faults NONE =
            new Faults(0, false, false, false, false, false, false, false, false);

    /** Some of them: a history with all of them shows less of each. */
    static Faults some(RandomGenerator random) {
        return new Faults(
                random.nextInt(3) == 0 ? 0 : random.nextInt(12),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextInt(4) == 0,
                random.nextInt(4) == 0,
                random.nextInt(3) == 0,
                random.nextInt(5) == 0,
                random.nextInt(5) == 0);
    }
}
