package org.eventops.domain.event;

import java.util.List;
import java.util.Optional;

/** Events as they are stored; every method is called inside a transaction. */
public interface EventRepository {
    /** By start, latest first. */
    List<EventRow> rows();

    Optional<EventRow> row(String slug);

    /** The key of the event with this slug; unlike {@link #row} it counts nothing. */
    Optional<EventId> id(String slug);

    Optional<Event> find(EventId id);

    /** Replaces the event's own fields; the id must exist. */
    void save(EventId id, Event event);

    void addHistory(EventId id, StatusChange change);

    /** Oldest first. */
    List<StatusChange> history(EventId id);

    List<SeriesDate> dates(EventId id);
}
