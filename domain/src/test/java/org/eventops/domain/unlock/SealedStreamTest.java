package org.eventops.domain.unlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SealedStreamTest {
    private static final byte[] KEY = new byte[32];
    private static final byte[] HEADER = {1, 2, 3};
    private static final int HEAD = SealingOutput.PREFIX;
    private static final int FULL = 4 + SealingOutput.PIECE + SealingOutput.TAG_BITS / 8;

    @Property(tries = 60)
    void givesBackWhatWasWritten(@ForAll @IntRange(max = 300_000) int size, @ForAll long seed)
            throws IOException {
        byte[] content = content(size, seed);
        assertThat(open(seal(content), KEY, HEADER)).isEqualTo(content);
    }

    @Property(tries = 200)
    void noticesAnyByteThatWasChanged(@ForAll @IntRange(min = 0, max = 140_000) int at)
            throws IOException {
        byte[] sealed = seal(content(140_000, 5));
        byte[] changed = sealed.clone();
        changed[at % changed.length] ^= 0x10;
        assertThatThrownBy(() -> open(changed, KEY, HEADER)).isInstanceOf(IOException.class);
    }

    @Test
    void noticesThatTheEndWasCutOffAtAPiece() throws IOException {
        byte[] sealed = seal(content(3 * SealingOutput.PIECE, 1));
        byte[] cut = Arrays.copyOf(sealed, HEAD + 2 * FULL);
        assertThatThrownBy(() -> open(cut, KEY, HEADER)).isInstanceOf(OpeningInput.Broken.class);
    }

    @Test
    void noticesThatTwoPiecesChangedPlaces() throws IOException {
        byte[] sealed = seal(content(3 * SealingOutput.PIECE + 9, 1));
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, HEAD, swapped, HEAD + FULL, FULL);
        System.arraycopy(sealed, HEAD + FULL, swapped, HEAD, FULL);
        assertThatThrownBy(() -> open(swapped, KEY, HEADER))
                .isInstanceOf(OpeningInput.Broken.class);
    }

    @Test
    void doesNotOpenUnderAnotherKeyOrHeader() throws IOException {
        byte[] sealed = seal(content(10, 1));
        byte[] other = KEY.clone();
        other[31] = 1;
        assertThatThrownBy(() -> open(sealed, other, HEADER))
                .isInstanceOf(OpeningInput.Broken.class);
        assertThatThrownBy(() -> open(sealed, KEY, new byte[] {1, 2, 4}))
                .isInstanceOf(OpeningInput.Broken.class);
    }

    private static byte[] content(int size, long seed) {
        byte[] content = new byte[size];
        new Random(seed).nextBytes(content);
        return content;
    }

    private static byte[] seal(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SealingOutput out = new SealingOutput(bytes, KEY, HEADER, new SecureRandom())) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] open(byte[] sealed, byte[] key, byte[] header) throws IOException {
        try (OpeningInput in = new OpeningInput(new ByteArrayInputStream(sealed), key, header)) {
            return in.readAllBytes();
        }
    }
}
