package org.eventops.sync.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tests are tested: each mistake that is built in on purpose is noticed. */
class BugsTest {
    private static final long MOST_SEEDS = 1_500;

    @Test
    void noticesEveryMistakeThatIsBuiltIn() {
        List<String> table = new ArrayList<>();
        List<Bug> missed = new ArrayList<>();
        for (Bug bug : Bug.values()) {
            String row = caughtBy(bug);
            if (row.isEmpty()) {
                missed.add(bug);
            }
            table.add("| " + bug + " | " + row + " |");
        }
        System.out.println("| bug | caught by | seeds |");
        table.forEach(System.out::println);
        assertThat(missed).isEmpty();
    }

    private static String caughtBy(Bug bug) {
        for (long seed = 1; seed <= MOST_SEEDS; seed++) {
            Throwable violation = Simulation.run(seed, EnumSet.of(bug), false).violation();
            if (violation instanceof Violation named) {
                return named.invariant() + " | " + seed;
            }
            if (violation != null) {
                return violation.getClass().getSimpleName() + " | " + seed;
            }
        }
        return "";
    }
}
