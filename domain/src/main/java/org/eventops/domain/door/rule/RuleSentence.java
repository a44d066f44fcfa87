package org.eventops.domain.door.rule;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule, or a clause of it, as a tree that texts can turn into words. */
public sealed interface RuleSentence {
    /** All of these hold. */
    record All(List<RuleSentence> parts) implements RuleSentence {}

    /** At least one of these holds. */
    record Any(List<RuleSentence> parts) implements RuleSentence {}

    record Not(RuleSentence part) implements RuleSentence {}

    /** The subject is one of these, shown by name. */
    record OneOf(Subject subject, List<String> names) implements RuleSentence {}

    /** The subject compares so with a value. */
    record Compared(Subject subject, Relation relation, String value) implements RuleSentence {}

    /** Not before {@code when}, less the tolerance. */
    record After(When when, int toleranceMinutes) implements RuleSentence {}

    /** Before {@code when}, plus the tolerance. */
    record Before(When when, int toleranceMinutes) implements RuleSentence {}

    /** Something that has no words; shown as it was written. */
    record Written(String json) implements RuleSentence {}

    /**
     * What is looked at.
     *
     * @param name the variable, or the operator that counts from or up to a time
     * @param when that time
     */
    record Subject(String name, @Nullable When when) {}

    /** How two values are compared. */
    enum Relation {
        EQUAL,
        DIFFERENT,
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST;

        Relation flipped() {
            return switch (this) {
                case LESS -> MORE;
                case AT_MOST -> AT_LEAST;
                case MORE -> LESS;
                case AT_LEAST -> AT_MOST;
                case EQUAL, DIFFERENT -> this;
            };
        }
    }

    /** A moment a rule speaks of. */
    sealed interface When {
        /** One moment for everybody. */
        record At(Instant instant) implements When {}

        /** A time of the day of the scan. */
        record Daily(LocalTime time) implements When {}

        /**
         * A moment of the ticket's own date.
         *
         * @param instant absent where no ticket is meant
         */
        record OfDate(Anchor anchor, @Nullable Instant instant) implements When {}
    }

    /** Which moment of a date. */
    enum Anchor {
        STARTS,
        ENDS,
        ADMISSION
    }
}
