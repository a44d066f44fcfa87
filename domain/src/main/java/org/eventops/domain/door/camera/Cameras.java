package org.eventops.domain.door.camera;

import java.io.IOException;

/** The cameras of this console, and what else gives pictures. */
public interface Cameras {
    /**
     * @param source {@code camera:0}, a file's path or a URL
     * @throws IOException if it cannot be opened
     */
    FrameSource open(String source) throws IOException;

    /** A reader for one source. */
    CodeReading reader();
}
