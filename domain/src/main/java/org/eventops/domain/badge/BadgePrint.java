package org.eventops.domain.badge;

import java.time.Instant;
import java.util.UUID;
import org.eventops.domain.access.OfEvent;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * One printing of one badge; kept before the printer is asked.
 *
 * @param copy from 1
 * @param at when it was asked for, to the microsecond
 * @param device name of the console that prints
 * @param end how it ended; absent while it is under way, and for ever if the program was ended in
 *     between: whether paper came out is then unknown
 */
public record BadgePrint(
        PrintId id,
        EventId event,
        TicketId ticket,
        int copy,
        Instant at,
        @Nullable String device,
        @Nullable String operator,
        @Nullable End end)
        implements OfEvent {

    /**
     * @param problem absent when it was printed
     */
    public record End(Instant at, @Nullable PrintProblem problem) {}

    /** How a printing stands. */
    public enum State {
        /** Asked for, and no end is known. */
        REQUESTED,
        PRINTED,
        FAILED
    }

    public State state() {
        if (end == null) {
            return State.REQUESTED;
        }
        return end.problem() == null ? State.PRINTED : State.FAILED;
    }

    @Override
    public UUID ofEvent() {
        return event.value();
    }
}
