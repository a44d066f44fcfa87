package org.eventops.console.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.event.EventStatus;

/** The event that whoever opens the console now most likely came for. */
final class TonightsEvent {
    private static final Duration BEFORE = Duration.ofHours(6);
    private static final Duration AFTER = Duration.ofHours(2);
    private static final Set<EventStatus> OPEN =
            EnumSet.of(EventStatus.ON_SALE, EventStatus.SOLD_OUT, EventStatus.IN_PROGRESS);

    private TonightsEvent() {}

    /**
     * One that people can have tickets of, from six hours before its start to two after its end; of
     * several the one that began last, else the one that begins first.
     */
    static Optional<EventRow> of(List<EventRow> events, Instant now) {
        List<EventRow> near =
                events.stream()
                        .filter(each -> OPEN.contains(each.status()) && isNear(each, now))
                        .toList();
        return near.stream()
                .filter(each -> !each.starts().isAfter(now))
                .max(Comparator.comparing(EventRow::starts))
                .or(() -> near.stream().min(Comparator.comparing(EventRow::starts)));
    }

    private static boolean isNear(EventRow event, Instant now) {
        return !now.isBefore(event.starts().minus(BEFORE))
                && !now.isAfter(event.ends().plus(AFTER));
    }
}
