package org.eventops.domain.badge;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eventops.domain.badge.BadgePrint.State;
import org.eventops.domain.change.IdSource;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * Layouts, and that each badge is printed once unless a person asks for more. A printing is kept
 * before the printer is asked, so that a program that is ended in between never prints twice
 * without saying so. Printing waits for no import: no row of a printing is ever a bulk write's.
 */
public final class BadgeService {
    /** Requests kept in one transaction: a scan waits for no longer than these take. */
    private static final int AT_ONCE = 50;

    private final Transactions transactions;
    private final BadgeRepository badges;
    private final IdSource ids;
    private final Clock clock;

    public BadgeService(
            Transactions transactions, BadgeRepository badges, IdSource ids, Clock clock) {
        this.transactions = transactions;
        this.badges = badges;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Who asks for a badge, and where.
     *
     * @param device name of this console
     */
    public record Asker(@Nullable String device, @Nullable String operator) {}

    /** The event's own, or the standard one. */
    public BadgeLayout layout(EventId event) {
        return transactions.read(() -> layoutInside(event));
    }

    private BadgeLayout layoutInside(EventId event) {
        return badges.layout(event).orElseGet(BadgeLayout::standard);
    }

    /**
     * @throws org.eventops.domain.change.StoreException when the store fails; nothing has changed
     */
    public void save(EventId event, BadgeLayout layout) {
        transactions.write(
                () -> {
                    badges.saveLayout(event, layout);
                    return layout;
                });
    }

    /** All who get a badge, by name; at most so many. */
    public List<BadgeOwner> owners(EventId event, int limit) {
        return transactions.read(() -> badges.owners(event, limit));
    }

    public Optional<BadgeOwner> owner(EventId event, TicketId ticket) {
        return transactions.read(() -> badges.owner(event, ticket));
    }

    /**
     * Asks for a badge. What it answers is durable.
     *
     * @param again whether a person wants another although there is, or may be, one
     */
    public BadgeRequest request(EventId event, TicketId ticket, boolean again, Asker asker) {
        return transactions.urgent(() -> requestInside(event, ticket, again, asker));
    }

    /** The same for many, answered in their order. */
    public List<BadgeRequest> request(
            EventId event, List<TicketId> tickets, boolean again, Asker asker) {
        List<BadgeRequest> answers = new ArrayList<>(tickets.size());
        for (List<TicketId> some : parts(tickets)) {
            answers.addAll(
                    transactions.urgent(
                            () ->
                                    some.stream()
                                            .map(each -> requestInside(event, each, again, asker))
                                            .toList()));
        }
        return answers;
    }

    private BadgeRequest requestInside(EventId event, TicketId ticket, boolean again, Asker asker) {
        return badges.owner(event, ticket)
                .map(owner -> request(event, owner, again, asker))
                .orElseGet(BadgeRequest.NoSuchTicket::new);
    }

    private BadgeRequest request(EventId event, BadgeOwner owner, boolean again, Asker asker) {
        List<BadgePrint> before = badges.prints(event, owner.ticket());
        Optional<BadgePrint> printed = last(before, State.PRINTED);
        Optional<BadgePrint> unknown = last(before, State.REQUESTED);
        if (!again && printed.isPresent()) {
            return new BadgeRequest.AlreadyPrinted(printed.get());
        }
        if (!again && unknown.isPresent()) {
            return new BadgeRequest.Unknown(unknown.get());
        }
        BadgePrint print =
                new BadgePrint(
                        new PrintId(ids.next()),
                        event,
                        owner.ticket(),
                        copies(before) + 1,
                        now(),
                        asker.device(),
                        asker.operator(),
                        null);
        badges.add(print);
        return new BadgeRequest.Requested(print, layoutInside(event), owner.face());
    }

    /** A printing without an end may have come out, so it counts. */
    private static int copies(List<BadgePrint> prints) {
        return (int) prints.stream().filter(each -> each.state() != State.FAILED).count();
    }

    private static Optional<BadgePrint> last(List<BadgePrint> prints, State state) {
        return prints.stream().filter(each -> each.state() == state).reduce((one, later) -> later);
    }

    /**
     * Keeps how printings ended.
     *
     * @param problem absent when they were printed
     */
    public void ended(List<BadgePrint> prints, @Nullable PrintProblem problem) {
        for (List<BadgePrint> some : parts(prints)) {
            transactions.urgent(
                    () -> {
                        BadgePrint.End end = new BadgePrint.End(now(), problem);
                        some.forEach(each -> badges.end(each.event(), each.id(), end));
                        return some;
                    });
        }
    }

    /** The newest printing of a ticket's badge. */
    public Optional<BadgePrint> last(EventId event, TicketId ticket) {
        return transactions.read(() -> badges.prints(event, ticket)).stream()
                .reduce((one, later) -> later);
    }

    /** The newest printing of each ticket's badge, newest first; at most so many. */
    public List<PrintedBadge> latest(EventId event, int limit) {
        return transactions.read(() -> latestInside(event, limit));
    }

    private List<PrintedBadge> latestInside(EventId event, int limit) {
        Map<TicketId, BadgePrint> newest = new LinkedHashMap<>();
        badges.prints(event).forEach(print -> newest.put(print.ticket(), print));
        return newest.values().stream()
                .sorted(Comparator.comparing(BadgePrint::at).reversed())
                .limit(limit)
                .map(each -> new PrintedBadge(each, face(event, each)))
                .toList();
    }

    private @Nullable BadgeFace face(EventId event, BadgePrint print) {
        return badges.owner(event, print.ticket()).map(BadgeOwner::face).orElse(null);
    }

    private static <T> List<List<T>> parts(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return parts;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
