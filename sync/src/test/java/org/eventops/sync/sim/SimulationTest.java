package org.eventops.sync.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Histories by the thousand; {@code -Dsync.seed=N} replays one, {@code -Dsync.seeds=N} runs more.
 */
class SimulationTest {
    private static final long[] BROKE_ONCE = {24_684, 68_020, 72_721, 74_585, 74_846, 75_267};
    private static final long FIRST = Long.getLong("sync.first", 1);
    private static final long SEEDS = Long.getLong("sync.seeds", 2_000);

    @Test
    void holdsEveryInvariantInEveryHistory() {
        Long one = Long.getLong("sync.seed");
        if (one != null) {
            check(Simulation.run(one, Set.of(), true));
            return;
        }
        long begun = System.nanoTime();
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            Simulation.Outcome outcome = Simulation.run(seed, Set.of(), false);
            if (outcome.violation() != null) {
                check(Simulation.run(seed, Set.of(), true));
            }
        }
        System.out.printf(
                "seeds %d to %d: %.1f s%n",
                FIRST, FIRST + SEEDS - 1, (System.nanoTime() - begun) / 1e9);
    }

    @Test
    void holdsInTheHistoriesInWhichSomethingOnceBroke() {
        for (long seed : BROKE_ONCE) {
            check(Simulation.run(seed, Set.of(), true));
        }
    }

    @Test
    void runsASeedTheSameWayTwice() {
        for (long seed = 1; seed <= 20; seed++) {
            Simulation.Outcome first = Simulation.run(seed, Set.of(), false);
            Simulation.Outcome second = Simulation.run(seed, Set.of(), true);
            assertThat(second.hash()).as("seed %d", seed).isEqualTo(first.hash());
        }
    }

    private static void check(Simulation.Outcome outcome) {
        if (outcome.violation() != null) {
            throw new AssertionError(
                    "seed "
                            + outcome.seed()
                            + ", replay with -Dsync.seed="
                            + outcome.seed()
                            + "\n"
                            + String.join("\n", outcome.trace()),
                    outcome.violation());
        }
    }
}
