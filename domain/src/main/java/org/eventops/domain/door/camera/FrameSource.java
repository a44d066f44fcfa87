package org.eventops.domain.door.camera;

import java.io.IOException;
import java.util.Optional;

/** Something that gives pictures one after the other: a camera, a stream, a video, a file. */
public interface FrameSource extends AutoCloseable {
    /**
     * Waits for the next picture. What comes while nobody asks is dropped by a live source.
     *
     * @return empty at the end of a file; a live source that ends or stalls throws
     * @throws IOException if it cannot be read, or no longer
     */
    Optional<GrayFrame> next() throws IOException;

    /** Whether it goes on in real time, so that it is worth opening again after it broke. */
    boolean isLive();

    @Override
    void close();
}
