package org.eventops.domain.door.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a rule may look at.
 *
 * @param product key of the ticket's product
 * @param now the instant decided for
 * @param occasion the ticket's own date in a series, else the event
 * @param entries times of the entries that count on this list, in the order of recording
 * @param present whether the latest counted scan is an entry
 */
public record RuleFacts(
        String product,
        @Nullable String gate,
        Instant now,
        Occasion occasion,
        List<Instant> entries,
        boolean present) {

    /**
     * When and where the ticket is for.
     *
     * @param zone of the event: days are days there
     * @param admission absent means at the start
     */
    public record Occasion(ZoneId zone, Instant starts, Instant ends, @Nullable Instant admission) {
        Instant opening() {
            return admission == null ? starts : admission;
        }
    }

    public RuleFacts {
        entries = List.copyOf(entries);
    }

    LocalDate day(Instant instant) {
        return instant.atZone(occasion.zone()).toLocalDate();
    }

    long count(Predicate<Instant> which) {
        return entries.stream().filter(which).count();
    }

    long days(Predicate<Instant> which) {
        return entries.stream().filter(which).map(this::day).distinct().count();
    }
}
