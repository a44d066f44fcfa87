package org.eventops.domain.badge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eventops.domain.change.DirectTransactions;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.TicketId;
import org.jspecify.annotations.Nullable;

/** Badges in memory. */
final class FakeBadges implements BadgeRepository, DirectTransactions {
    final Map<TicketId, BadgeFace> faces = new HashMap<>();
    final List<BadgePrint> prints = new ArrayList<>();
    private @Nullable BadgeLayout layout;

    @Override
    public Optional<BadgeLayout> layout(EventId event) {
        return Optional.ofNullable(layout);
    }

    @Override
    public void saveLayout(EventId event, BadgeLayout changed) {
        layout = changed;
    }

    @Override
    public Optional<BadgeOwner> owner(EventId event, TicketId ticket) {
        return Optional.ofNullable(faces.get(ticket)).map(face -> new BadgeOwner(ticket, face));
    }

    @Override
    public List<BadgeOwner> owners(EventId event, int limit) {
        return faces.entrySet().stream()
                .limit(limit)
                .map(each -> new BadgeOwner(each.getKey(), each.getValue()))
                .toList();
    }

    @Override
    public List<BadgePrint> prints(EventId event, TicketId ticket) {
        return prints.stream().filter(each -> each.ticket().equals(ticket)).toList();
    }

    @Override
    public List<BadgePrint> prints(EventId event) {
        return List.copyOf(prints);
    }

    @Override
    public void add(BadgePrint print) {
        prints.add(print);
    }

    @Override
    public void end(EventId event, PrintId print, BadgePrint.End end) {
        prints.replaceAll(
                each ->
                        each.id().equals(print)
                                ? new BadgePrint(
                                        print,
                                        each.event(),
                                        each.ticket(),
                                        each.copy(),
                                        each.at(),
                                        each.device(),
                                        each.operator(),
                                        end)
                                : each);
    }
}
