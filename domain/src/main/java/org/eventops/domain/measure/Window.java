package org.eventops.domain.measure;

import java.time.Duration;

/** How far back is looked, to half a minute. */
public enum Window {
    FIVE_MINUTES(10),
    HOUR(120);

    static final Duration SLOT = Duration.ofSeconds(30);

    private final int slots;

    Window(int slots) {
        this.slots = slots;
    }

    int slots() {
        return slots;
    }
}
