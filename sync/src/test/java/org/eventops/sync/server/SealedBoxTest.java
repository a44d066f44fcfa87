package org.eventops.sync.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SealedBoxTest {
    private static final SealedBox.Pair PAIR = SealedBox.pair(Samples.RANDOM);

    @Property(tries = 200)
    void givesBackWhatWasShutAway(@ForAll byte[] content) {
        byte[] box = SealedBox.seal(content, PAIR.publicKey(), Samples.RANDOM);
        assertThat(SealedBox.open(box, PAIR))
                .hasValueSatisfying(it -> assertThat(it).isEqualTo(content));
    }

    @Property(tries = 100)
    void staysShutForAnyOtherKey(@ForAll byte[] content) {
        SealedBox.Pair other = SealedBox.pair(Samples.RANDOM);
        byte[] box = SealedBox.seal(content, PAIR.publicKey(), Samples.RANDOM);
        assertThat(SealedBox.open(box, other)).isEmpty();
    }

    @Test
    void staysShutWithAnyByteChangedOrMissing() {
        byte[] box = SealedBox.seal(new byte[40], PAIR.publicKey(), Samples.RANDOM);
        for (int i = 0; i < box.length; i++) {
            byte[] changed = box.clone();
            changed[i] ^= 0x10;
            assertThat(SealedBox.open(changed, PAIR)).as("byte %d", i).isEmpty();
            assertThat(SealedBox.open(Arrays.copyOf(box, i), PAIR)).as("length %d", i).isEmpty();
        }
    }

    @Test
    void neverMakesTheSameBoxTwice() {
        byte[] first = SealedBox.seal(new byte[4], PAIR.publicKey(), Samples.RANDOM);
        assertThat(first)
                .isNotEqualTo(SealedBox.seal(new byte[4], PAIR.publicKey(), Samples.RANDOM));
    }

    @Test
    void staysShutWhenThePointIsNoKey() {
        byte[] box = SealedBox.seal(new byte[4], PAIR.publicKey(), Samples.RANDOM);
        Arrays.fill(box, 1, 33, (byte) 0);
        assertThat(SealedBox.open(box, PAIR)).isEmpty();
    }

    @Test
    void refusesAKeyOfAnotherLength() {
        assertThatThrownBy(() -> SealedBox.seal(new byte[4], "AAAA", Samples.RANDOM))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
