package org.eventops.domain.door;

import java.time.Instant;
import java.util.List;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.TicketId;
import org.jspecify.annotations.Nullable;

/** What the door's screens ask; every method is called inside a transaction. */
public interface DoorQueries {
    /** By name. */
    @Needs(Permission.SEE_EVENTS)
    List<ListRow> lists(EventId event);

    /** By key. */
    @Needs(Permission.SEE_EVENTS)
    List<Gate> gates(EventId event);

    /** Inserts the list, or replaces the one with this id. */
    @Needs(Permission.EDIT_LISTS)
    void saveList(EventId event, ListId id, CheckinList list);

    /**
     * @param list name of a list, or absent for all lists of the event
     * @param asOf end of the hour that is counted by minute
     */
    @Needs(Permission.SEE_EVENTS)
    DoorCounts counts(EventId event, @Nullable String list, Instant asOf);

    /** The latest scans of a list as recorded, newest first, undone ones too. */
    @Needs(Permission.FIND_ATTENDEES)
    List<ScanRow> lastScans(EventId event, String list, int atMost);

    /** All scans of one ticket on any list, oldest first. */
    @Needs(Permission.FIND_ATTENDEES)
    List<ScanRow> scansOf(TicketId ticket);

    /** When each ticket was first let in, on any list; undone entries not counted. In no order. */
    @Needs(Permission.SEE_EVENTS)
    List<Instant> firstEntries(EventId event);
}
