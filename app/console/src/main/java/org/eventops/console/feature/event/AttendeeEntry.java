package org.eventops.console.feature.event;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eventops.domain.door.search.Folding;
import org.eventops.domain.ticketing.AttendeeRow;

/**
 * A ticket with what it is found and sorted by, worked out once.
 *
 * @param name folded
 * @param texts everything that is searched, folded
 */
record AttendeeEntry(AttendeeRow row, String name, String texts) {
    static AttendeeEntry of(AttendeeRow row) {
        String texts =
                Stream.of(
                                row.name(),
                                row.email(),
                                row.phone(),
                                row.company(),
                                row.order(),
                                row.code())
                        .map(Folding::fold)
                        .collect(Collectors.joining("\n"));
        return new AttendeeEntry(row, Folding.fold(row.name()), texts);
    }

    boolean has(String folded) {
        return texts.contains(folded);
    }
}
