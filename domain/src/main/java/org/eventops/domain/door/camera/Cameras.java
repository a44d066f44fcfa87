package org.eventops.domain.door.camera;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The cameras of this console, and what else gives pictures. */
public interface Cameras {
    /**
     * @param source {@code camera:0}, a file's path or a URL
     * @throws IOException if it cannot be opened
     */
    FrameSource open(String source) throws IOException;

    /** The cameras that the system knows now; empty where it knows none or does not tell. */
    List<CameraDevice> devices();

    /** The light of a source, where it has one that can be reached. Waits two seconds at most. */
    Optional<Torch> torch(String source);

    /** A reader for one source. */
    CodeReading reader();
}
