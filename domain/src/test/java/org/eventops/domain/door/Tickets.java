package org.eventops.domain.door;

import java.time.Instant;
import java.util.TreeMap;
import org.eventops.domain.money.Money;
import org.eventops.domain.ticketing.Approval;
import org.eventops.domain.ticketing.Attendee;
import org.eventops.domain.ticketing.Order;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.TicketStatus;
import org.jspecify.annotations.Nullable;

/** Tickets to test with: paid and valid, unless said otherwise. */
final class Tickets {
    final String code;
    String product = "one";
    @Nullable String date;
    TicketStatus status = TicketStatus.VALID;
    boolean blocked;
    @Nullable Instant from;
    @Nullable Instant until;
    @Nullable String addonTo;
    String order;
    OrderStatus paid = OrderStatus.PAID;
    Approval approval = Approval.NOT_NEEDED;
    boolean validWhilePending;

    Tickets(String code) {
        this.code = code;
        this.order = "ORDER-" + code;
    }

    Ticket ticket() {
        return new Ticket(
                code,
                product,
                date,
                Attendee.UNKNOWN,
                status,
                blocked,
                from,
                until,
                addonTo,
                false,
                null,
                new TreeMap<>(),
                new Money(0, TokyoDoor.YEN));
    }

    Order order() {
        return new Order(order, paid, approval, validWhilePending, null, null, null, null);
    }
}
