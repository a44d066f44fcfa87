package org.eventops.console.feature.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eventops.domain.door.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoorSoundTest {
    private static int loudest(byte[] samples) {
        int most = 0;
        var values = ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        while (values.hasRemaining()) {
            most = Math.max(most, Math.abs(values.get()));
        }
        return most;
    }

    @ParameterizedTest
    @EnumSource(DoorSound.class)
    void isSilentAtZeroAndLouderTheFurtherUpWithoutClipping(DoorSound sound) {
        assertThat(loudest(sound.samples(0))).isZero();
        assertThat(loudest(sound.samples(50))).isBetween(6000, 9000);
        assertThat(loudest(sound.samples(100))).isBetween(28_000, 30_000);
    }

    @ParameterizedTest
    @EnumSource(DoorSound.class)
    void isLikeNoOther(DoorSound sound) {
        assertThat(
                        Stream.of(DoorSound.values())
                                .filter(each -> Arrays.equals(each.samples(80), sound.samples(80))))
                .containsExactly(sound);
    }

    @ParameterizedTest
    @EnumSource(DoorSound.class)
    void isOverBeforeTheNextGuestIsThere(DoorSound sound) {
        assertThat(sound.samples(80).length / (2 * DoorSound.RATE)).isLessThan(0.8f);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void neverSoundsGoodForARefusal(Verdict verdict) {
        boolean good =
                DoorSound.of(verdict) == DoorSound.WELCOME
                        || DoorSound.of(verdict) == DoorSound.GOODBYE;
        assertThat(good).isEqualTo(verdict.counts());
    }
}
