package org.eventops.domain.ticketing.issue;

import java.nio.file.Path;
import org.eventops.domain.ticketing.AttendeeRow;

/** What became of one ticket. */
public sealed interface Issued {
    /**
     * @param row as it stands now
     */
    record Written(AttendeeRow row, Path pdf, Path png) implements Issued {}

    /** It has been issued as often as a code can tell; nothing was written. */
    record TooOften(AttendeeRow row) implements Issued {}
}
