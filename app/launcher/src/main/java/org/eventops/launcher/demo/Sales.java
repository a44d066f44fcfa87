package org.eventops.launcher.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.eventops.domain.event.EventStatus;
import org.eventops.domain.event.SeriesDate;
import org.eventops.domain.exchange.OrderEntry;
import org.eventops.domain.ticketing.Approval;
import org.eventops.domain.ticketing.Attendee;
import org.eventops.domain.ticketing.Order;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.Promo;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.TicketStatus;
import org.jspecify.annotations.Nullable;

/** Sells a demo event: orders of one to five tickets until there are as many as it is to have. */
final class Sales {
    private static final int SELLING_DAYS = 80;
    private static final List<Integer> SIZES = List.of(1, 1, 1, 2, 2, 2, 2, 3, 4, 5);
    private static final List<String> NOTES = Table.lines("notes");

    private final Frame frame;
    private final Crowd crowd;

    Sales(Frame frame, Crowd crowd) {
        this.frame = frame;
        this.crowd = crowd;
    }

    /**
     * @param already tickets that the event has from elsewhere
     */
    List<OrderEntry> orders(int already) {
        List<OrderEntry> orders = new ArrayList<>();
        int left = frame.tickets() - already;
        while (left > 0) {
            int size = Math.min(left, crowd.one(SIZES));
            orders.add(order(size));
            left -= size;
        }
        return orders;
    }

    private OrderEntry order(int size) {
        Attendee buyer = crowd.attendee(true);
        Promo promo =
                !frame.promos().isEmpty() && crowd.chance(8) ? crowd.one(frame.promos()) : null;
        OrderStatus status = status();
        Order order =
                new Order(
                        crowd.orderCode(),
                        status,
                        Approval.NOT_NEEDED,
                        status == OrderStatus.PENDING && crowd.chance(20),
                        buyer.email(),
                        placed(),
                        promo == null ? null : promo.code(),
                        crowd.chance(93) ? "es" : "en");
        String date = date();
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            tickets.add(ticket(i == 0 ? buyer : crowd.attendee(false), status, date));
        }
        return new OrderEntry(order, tickets);
    }

    private OrderStatus status() {
        int dice = crowd.below(100);
        boolean over = frame.event().status() == EventStatus.COMPLETED;
        if (dice < 90) {
            return OrderStatus.PAID;
        }
        if (dice < 95) {
            return over ? OrderStatus.PAID : OrderStatus.PENDING;
        }
        if (dice < 97) {
            return OrderStatus.CANCELED;
        }
        return dice < 99 ? OrderStatus.EXPIRED : OrderStatus.REFUNDED;
    }

    private Instant placed() {
        Instant last = frame.event().starts().minus(Duration.ofDays(1));
        return last.minus(Duration.ofMinutes(crowd.below(SELLING_DAYS * 24 * 60)));
    }

    private @Nullable String date() {
        List<SeriesDate> dates = frame.dates();
        return dates.isEmpty() ? null : crowd.one(dates).key();
    }

    private Ticket ticket(Attendee attendee, OrderStatus order, @Nullable String date) {
        Product product = product();
        boolean attention = crowd.below(1000) < 6;
        boolean canceled = order == OrderStatus.CANCELED || crowd.below(1000) < 8;
        return new Ticket(
                crowd.ticketCode(),
                product.key(),
                date,
                attendee,
                canceled ? TicketStatus.CANCELED : TicketStatus.VALID,
                crowd.below(1000) < 3,
                null,
                null,
                null,
                attention,
                attention ? crowd.one(NOTES) : null,
                new TreeMap<>(),
                product.price());
    }

    private Product product() {
        int dice = crowd.below(100);
        for (int i = 0; i < frame.products().size(); i++) {
            dice -= frame.shares().get(i);
            if (dice < 0) {
                return frame.products().get(i);
            }
        }
        return frame.products().getFirst();
    }
}
