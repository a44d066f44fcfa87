package org.eventops.domain.door;

import java.time.Instant;
import java.util.List;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.TicketId;
import org.jspecify.annotations.Nullable;

/** What the door's screens ask; every method is called inside a transaction. */
public interface DoorQueries {
    /** By name. */
    List<ListRow> lists(EventId event);

    /** By key. */
    List<Gate> gates(EventId event);

    /** Inserts the list, or replaces the one with this id. */
    void saveList(EventId event, ListId id, CheckinList list);

    /**
     * @param list name of a list, or absent for all lists of the event
     * @param asOf end of the hour that is counted by minute
     */
    DoorCounts counts(EventId event, @Nullable String list, Instant asOf);

    /** The latest scans of a list as recorded, newest first, undone ones too. */
    List<ScanRow> lastScans(EventId event, String list, int atMost);

    /** All scans of one ticket on any list, oldest first. */
    List<ScanRow> scansOf(TicketId ticket);

    /** When each ticket was first let in, on any list; undone entries not counted. In no order. */
    List<Instant> firstEntries(EventId event);
}
