package org.eventops.domain.readiness;

import java.util.function.Supplier;

/**
 * One thing to look at. May take seconds: never on the drawing thread.
 *
 * @param quick whether it takes but a moment and disturbs nothing, so that it can be done again and
 *     again while the door is at work
 */
public record Look(Topic topic, boolean quick, Supplier<Finding> work) {
    static Look quick(Topic topic, Supplier<Finding> work) {
        return new Look(topic, true, work);
    }

    static Look slow(Topic topic, Supplier<Finding> work) {
        return new Look(topic, false, work);
    }

    public Finding find() {
        return work.get();
    }
}
