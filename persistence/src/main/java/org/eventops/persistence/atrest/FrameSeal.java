package org.eventops.persistence.atrest;

import java.util.Optional;

/**
 * Seals what the journal's frames carry, bound to where each stands, so that none can be changed,
 * moved, repeated or left out before another.
 */
public interface FrameSeal {
    /** As frames were written before there was a key. */
    FrameSeal NONE =
            new FrameSeal() {
                @Override
                public int added() {
                    return 0;
                }

                @Override
                public byte[] seal(byte[] payload, long segment, long offset) {
                    return payload;
                }

                @Override
                public Optional<byte[]> open(byte[] frame, long segment, long offset) {
                    return Optional.of(frame);
                }
            };

    /** By how many bytes what is sealed is longer. */
    int added();

    /**
     * @param segment first number of the file
     * @param offset of the frame in the file, bytes
     */
    byte[] seal(byte[] payload, long segment, long offset);

    /** Empty if it was not written there under this key. */
    Optional<byte[]> open(byte[] frame, long segment, long offset);
}
