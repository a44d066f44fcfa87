package org.eventops.domain.sync;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A side of a conflict, the same at every console. */
public enum Choice {
    LOSER,
    WINNER,
    BOTH;

    /** As it stands in the conflict. */
    public String taken() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for what no person took. */
    static Optional<Choice> of(@Nullable String taken) {
        for (Choice each : values()) {
            if (each.taken().equals(taken)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /**
     * What a console means by it.
     *
     * @param mine which side is its own
     */
    static Choice of(Take take, Choice mine) {
        return switch (take) {
            case MINE -> mine;
            case THEIRS -> mine == LOSER ? WINNER : LOSER;
            case BOTH -> BOTH;
        };
    }
}
