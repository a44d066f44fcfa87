package org.eventops.domain.door;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eventops.domain.access.OfEvent;
import org.eventops.domain.event.Event;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.SeriesDate;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.Question;

/**
 * What a door knows before any ticket is shown: it changes seldom and is kept between scans.
 *
 * @param list the list it checks against
 * @param lists all lists of the event, to say where a wrong product belongs
 * @param products by key
 * @param dates by key
 * @param gates by key
 */
public record DoorSetup(
        EventId eventId,
        Event event,
        ListId listId,
        CheckinList list,
        List<CheckinList> lists,
        Map<String, Product> products,
        Map<String, SeriesDate> dates,
        Map<String, Gate> gates,
        List<Question> questions)
        implements OfEvent {
    @Override
    public UUID ofEvent() {
        return eventId.value();
    }
}
