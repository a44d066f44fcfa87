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
     * Mine is the side whose device is this console; if neither is, what did not come to stand.
     *
     * @param device this console's name at the hub, null while it has none
     */
    static Choice mine(Conflict conflict, @Nullable String device) {
        boolean winner =
                device != null
                        && device.equals(conflict.winner().device())
                        && !device.equals(conflict.loser().device());
        return winner ? WINNER : LOSER;
    }

    /** What a console means by it. */
    static Choice of(Take take, Conflict conflict, @Nullable String device) {
        Choice mine = mine(conflict, device);
        return switch (take) {
            case MINE -> mine;
            case THEIRS -> mine == LOSER ? WINNER : LOSER;
            case BOTH -> BOTH;
        };
    }
}
