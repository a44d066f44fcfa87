package org.eventops.domain.door.camera;

import java.util.List;

/** Finds codes in pictures. Of one thread. */
@FunctionalInterface
public interface CodeReading {
    /**
     * Looks at one frame of many; what does not fit into the time is tried on the next ones.
     *
     * @param budgetNanos what a frame may take on average; a single one may take longer
     */
    List<SeenCode> look(GrayFrame frame, long budgetNanos);
}
