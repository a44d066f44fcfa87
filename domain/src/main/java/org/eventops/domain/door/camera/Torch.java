package org.eventops.domain.door.camera;

import java.io.IOException;

/** The light of a camera. */
@FunctionalInterface
public interface Torch {
    /**
     * @throws IOException if the camera does not answer; it is as it was
     */
    void shine(boolean on) throws IOException;
}
