package org.eventops.launcher.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eventops.domain.change.TimeOrderedIds;
import org.eventops.domain.door.CheckinList;
import org.eventops.domain.door.ScanId;
import org.eventops.domain.door.ScanKind;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.event.Event;
import org.eventops.domain.exchange.OrderEntry;
import org.eventops.domain.exchange.ScanEntry;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.TicketStatus;
import org.jspecify.annotations.Nullable;

/** What happened at a demo event's doors before the demo begins: entries, exits, refusals. */
final class EarlierScans {
    private static final List<String> STEWARDS =
            List.of("Andrés Felipe Cárdenas", "Yuliana Hinestroza", "Luz Marina Peña");

    private final Frame frame;
    private final Crowd crowd;
    private final Random random;
    private final List<ScanEntry> scans = new ArrayList<>();

    EarlierScans(Frame frame, Crowd crowd, Random random) {
        this.frame = frame;
        this.crowd = crowd;
        this.random = random;
    }

    /** In the order in which they happened. */
    List<ScanEntry> of(List<OrderEntry> orders) {
        orders.forEach(order -> order.tickets().forEach(ticket -> arrive(order, ticket)));
        scans.sort(Comparator.comparing(ScanEntry::at).thenComparing(s -> s.id().value()));
        return scans;
    }

    /** The cases of {@link DoorCases} that have been in. */
    List<ScanEntry> ofCases(Map<String, String> listByTicket) {
        List<ScanEntry> made = new ArrayList<>();
        listByTicket.forEach(
                (code, list) ->
                        made.add(
                                scan(
                                        list,
                                        code,
                                        Verdict.ADMITTED,
                                        doors().plus(Duration.ofMinutes(4)))));
        return made;
    }

    private void arrive(OrderEntry order, Ticket ticket) {
        if (!crowd.chance(frame.shown()) || !firstDate(ticket)) {
            return;
        }
        String list = listOf(ticket);
        Instant at = arrival();
        boolean welcome =
                order.order().status() == OrderStatus.PAID
                        && ticket.status() == TicketStatus.VALID
                        && !ticket.blocked();
        if (!welcome) {
            if (crowd.chance(25)) {
                scans.add(scan(list, ticket.code(), refusal(order, ticket), at));
            }
            return;
        }
        scans.add(scan(list, ticket.code(), Verdict.ADMITTED, at));
        if (crowd.chance(3)) {
            scans.add(scan(list, ticket.code(), Verdict.ALREADY_IN, at.plusSeconds(40)));
        } else if (crowd.chance(9)) {
            scans.add(scan(list, ticket.code(), Verdict.EXITED, at.plus(Duration.ofMinutes(70))));
        }
        if (crowd.below(1000) < 7) {
            scans.add(stranger(list, at.plusSeconds(15)));
        }
    }

    private boolean firstDate(Ticket ticket) {
        return frame.dates().isEmpty() || frame.dates().getFirst().key().equals(ticket.date());
    }

    private String listOf(Ticket ticket) {
        return frame.lists().stream()
                .filter(list -> list.products().contains(ticket.product()))
                .findFirst()
                .map(CheckinList::name)
                .orElseThrow();
    }

    private static Verdict refusal(OrderEntry order, Ticket ticket) {
        if (ticket.status() == TicketStatus.CANCELED
                || order.order().status() == OrderStatus.REFUNDED) {
            return Verdict.CANCELED;
        }
        return ticket.blocked() ? Verdict.BLOCKED : Verdict.UNPAID;
    }

    private Instant doors() {
        Event event = frame.event();
        Instant admission = event.admission();
        return admission == null ? event.starts() : admission;
    }

    /** Most come when the doors open, fewer and fewer later. */
    private Instant arrival() {
        double early = Math.min(random.nextDouble(), random.nextDouble());
        return doors().plusMillis((long) (early * Duration.ofMinutes(25).toMillis() * spread()));
    }

    private int spread() {
        return frame.shown() > 50 ? 6 : 1;
    }

    private ScanEntry scan(String list, String ticket, Verdict verdict, Instant at) {
        return entry(list, ticket, ticket, verdict, at);
    }

    private ScanEntry stranger(String list, Instant at) {
        return entry(list, null, crowd.ticketCode(), Verdict.UNKNOWN_TICKET, at);
    }

    private ScanEntry entry(
            String list, @Nullable String ticket, String code, Verdict verdict, Instant at) {
        TimeOrderedIds ids = new TimeOrderedIds(Clock.fixed(at, ZoneOffset.UTC), random);
        int lane = crowd.below(Math.max(1, frame.gates().size()));
        return new ScanEntry(
                new ScanId(ids.next()),
                list,
                ticket,
                code,
                verdict == Verdict.EXITED ? ScanKind.EXIT : ScanKind.ENTRY,
                verdict,
                at,
                frame.gates().isEmpty() ? null : frame.gates().get(lane).key(),
                "puerta-" + (lane + 1),
                STEWARDS.get(lane % STEWARDS.size()),
                null,
                null);
    }
}
