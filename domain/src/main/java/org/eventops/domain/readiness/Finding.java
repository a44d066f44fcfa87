package org.eventops.domain.readiness;

import java.util.List;

/**
 * What was found of one topic.
 *
 * @param what which of its sentences says it: {@code readiness.<topic>.<what>}
 * @param facts what the sentence speaks of: texts, numbers, moments
 */
public record Finding(Topic topic, Level level, String what, List<Object> facts) {
    /** Whether the doors can open. */
    public enum Level {
        GOOD,
        /** The doors can open; somebody may want to know. */
        ADVICE,
        /** The doors should not open like this. */
        BAD
    }

    public Finding {
        facts = List.copyOf(facts);
    }

    public static Finding good(Topic topic, String what, Object... facts) {
        return new Finding(topic, Level.GOOD, what, List.of(facts));
    }

    public static Finding advice(Topic topic, String what, Object... facts) {
        return new Finding(topic, Level.ADVICE, what, List.of(facts));
    }

    public static Finding bad(Topic topic, String what, Object... facts) {
        return new Finding(topic, Level.BAD, what, List.of(facts));
    }

    /** The sentence's key. */
    public String key() {
        return "readiness." + topic.key() + "." + what;
    }
}
