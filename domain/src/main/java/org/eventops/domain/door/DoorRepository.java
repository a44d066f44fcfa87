package org.eventops.domain.door;

import java.util.Map;
import java.util.Optional;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.TicketId;

/** What a door reads and writes; every method is called inside a transaction. */
public interface DoorRepository {
    /** Empty when the event has no such list. */
    Optional<DoorSetup> setup(EventId event, String listName);

    /**
     * @param code cleaned, not empty
     */
    Knowledge knowledge(DoorSetup setup, String code);

    void record(Scan scan);

    /** Adds to the answers of a ticket; a newer answer to the same question replaces the older. */
    void answer(EventId event, TicketId ticket, Map<String, String> answers);

    Optional<Scan> scan(ScanId id);

    /** Takes back a scan that has not been taken back. */
    void undo(ScanId id, Undo undo);
}
