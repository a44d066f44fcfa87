package org.eventops.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void aPercentileIsASampleThatSoManyDoNotExceed() {
        Samples samples = new Samples(4, 1, 3, 2);
        assertThat(samples.percentile(50)).isEqualTo(2);
        assertThat(samples.percentile(75)).isEqualTo(3);
        assertThat(samples.percentile(99)).isEqualTo(4);
    }

    @Test
    void oneSampleIsEveryPercentile() {
        Samples one = new Samples(7);
        assertThat(one.percentile(50)).isEqualTo(7);
        assertThat(one.percentile(99)).isEqualTo(7);
    }
}
