package org.eventops.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnhurriedTest {
    private final List<Long> told = new ArrayList<>();
    private final List<Long> rests = new ArrayList<>();
    private boolean cancelled;
    private long now;

    private final Unhurried work =
            new Unhurried(
                    new Progress() {
                        @Override
                        public void at(long done, long total) {
                            told.add(done);
                        }

                        @Override
                        public boolean cancelled() {
                            return cancelled;
                        }
                    },
                    () -> now,
                    nanos -> {
                        rests.add(nanos);
                        now += nanos;
                    });

    @Test
    void restsThreeTimesAsLongAsItWorkedAndNotAtEveryStep() {
        now += Unhurried.BURST / 2;
        work.at(1, -1);
        assertThat(rests).isEmpty();
        now += Unhurried.BURST;
        work.at(2, -1);
        assertThat(rests).containsExactly(Unhurried.BURST * 3 / 2 * 3);
        work.cancelled();
        assertThat(rests).as("a rest is no work").hasSize(1);
        now += Unhurried.LONGEST_REST;
        work.cancelled();
        assertThat(rests.getLast()).isEqualTo(Unhurried.LONGEST_REST);
        assertThat(told).containsExactly(1L, 2L);
    }

    @Test
    void endsWhenItIsCancelled() {
        assertThat(work.cancelled()).isFalse();
        cancelled = true;
        assertThat(work.cancelled()).isTrue();
    }
}
