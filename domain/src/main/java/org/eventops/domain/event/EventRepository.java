package org.eventops.domain.event;

import java.util.List;
import java.util.Optional;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;

/** Events as they are stored; every method is called inside a transaction. */
public interface EventRepository {
    /** By start, latest first. */
    @Needs(Permission.SEE_EVENTS)
    List<EventRow> rows();

    @Needs(Permission.SEE_EVENTS)
    Optional<EventRow> row(String slug);

    /** The key of the event with this slug; unlike {@link #row} it counts nothing. */
    @Needs(Permission.SEE_EVENTS)
    Optional<EventId> id(String slug);

    @Needs(Permission.SEE_EVENTS)
    Optional<Event> find(EventId id);

    /** Replaces the event's own fields; the id must exist. */
    @Needs(Permission.EDIT_EVENTS)
    void save(EventId id, Event event);

    @Needs(Permission.EDIT_EVENTS)
    void addHistory(EventId id, StatusChange change);

    /** Oldest first. */
    @Needs(Permission.SEE_EVENTS)
    List<StatusChange> history(EventId id);

    @Needs(Permission.SEE_EVENTS)
    List<SeriesDate> dates(EventId id);
}
