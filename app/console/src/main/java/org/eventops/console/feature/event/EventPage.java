package org.eventops.console.feature.event;

import java.util.List;
import org.eventops.domain.door.Gate;
import org.eventops.domain.door.ListRow;
import org.eventops.domain.event.Event;
import org.eventops.domain.event.StatusChange;
import org.eventops.domain.ticketing.OrderRow;
import org.eventops.domain.ticketing.ProductRow;

/** All that the page shows of one event but its attendees, read in one transaction. */
record EventPage(
        Event event,
        List<StatusChange> history,
        List<ProductRow> products,
        List<OrderRow> orders,
        List<ListRow> lists,
        List<Gate> gates) {}
