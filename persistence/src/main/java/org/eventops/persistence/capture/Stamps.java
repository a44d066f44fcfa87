package org.eventops.persistence.capture;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eventops.domain.change.IdSource;
import org.eventops.persistence.journal.Mutation;

/**
 * Gives a mutation its number, its id and its hybrid time: that of the clock in microseconds, but
 * always after every time that was given or seen before, so that a change never looks older than
 * one it was made in the knowledge of, however the clock jumps.
 */
public final class Stamps {
    private final IdSource ids;
    private final Clock clock;
    private long number;
    private long micros;

    /**
     * @param number the highest that journal or store have seen
     * @param seen the latest time that they have
     */
    public Stamps(IdSource ids, Clock clock, long number, Instant seen) {
        this.ids = ids;
        this.clock = clock;
        this.number = number;
        this.micros = micros(seen);
    }

    /** The next one, without changes yet. */
    public synchronized Mutation next(Mutation.Origin origin) {
        micros = Math.max(micros(clock.instant()), micros + 1);
        return new Mutation(++number, ids.next(), at(micros), origin, List.of());
    }

    /** What had this number was never written; where none was given since, it is given again. */
    synchronized void giveBack(long unused) {
        number = number == unused ? unused - 1 : number;
    }

    /** From now on no time is given that is not after this one. */
    public synchronized void seen(Instant hybrid) {
        micros = Math.max(micros, micros(hybrid));
    }

    /** The highest number given. */
    public synchronized long last() {
        return number;
    }

    /** The latest time given or seen. */
    public synchronized Instant latest() {
        return at(micros);
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static Instant at(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
