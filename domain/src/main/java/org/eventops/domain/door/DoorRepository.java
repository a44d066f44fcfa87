package org.eventops.domain.door;

import java.util.Map;
import java.util.Optional;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.TicketId;

/** What a door reads and writes; every method is called inside a transaction. */
public interface DoorRepository {
    /** Empty when the event has no such list. */
    @Needs(Permission.CHECK_IN)
    Optional<DoorSetup> setup(EventId event, String listName);

    /**
     * @param code cleaned, not empty
     */
    @Needs(Permission.CHECK_IN)
    Knowledge knowledge(DoorSetup setup, String code);

    @Needs(Permission.CHECK_IN)
    void record(Scan scan);

    /** Adds to the answers of a ticket; a newer answer to the same question replaces the older. */
    @Needs(Permission.CHECK_IN)
    void answer(EventId event, TicketId ticket, Map<String, String> answers);

    @Needs(Permission.CHECK_IN)
    Optional<Scan> scan(ScanId id);

    /** Takes back a scan that has not been taken back. */
    @Needs(Permission.CHECK_IN)
    void undo(ScanId id, Undo undo);
}
