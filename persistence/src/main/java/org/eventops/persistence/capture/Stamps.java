package org.eventops.persistence.capture;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eventops.domain.change.IdSource;
import org.eventops.persistence.journal.Mutation;

/** Gives a mutation its id and its time (to the microsecond). */
public record Stamps(IdSource ids, Clock clock) {
    Mutation mutation(long number) {
        return new Mutation(
                number, ids.next(), clock.instant().truncatedTo(ChronoUnit.MICROS), List.of());
    }
}
