package org.eventops.launcher.demo;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.event.EventRepository;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.EventExchange;
import org.eventops.domain.people.PersonRepository;
import org.eventops.domain.sponsor.SponsorRepository;
import org.eventops.domain.venue.VenueRepository;

/** Puts the demo organisation into an empty store, all of it or nothing. */
public final class DemoFill {
    private final Transactions transactions;
    private final EventRepository events;
    private final EventExchange exchange;
    private final VenueRepository venues;
    private final SponsorRepository sponsors;
    private final PersonRepository people;

    public DemoFill(
            Transactions transactions,
            EventRepository events,
            EventExchange exchange,
            VenueRepository venues,
            SponsorRepository sponsors,
            PersonRepository people) {
        this.transactions = transactions;
        this.events = events;
        this.exchange = exchange;
        this.venues = venues;
        this.sponsors = sponsors;
        this.people = people;
    }

    public DemoOutcome fill(Progress progress) {
        List<EventContent> contents = DemoOrganisation.events();
        DemoOutcome.Counts counts = counts(contents);
        return transactions.write(
                () -> {
                    Set<String> there =
                            events.rows().stream()
                                    .map(EventRow::slug)
                                    .collect(Collectors.toUnmodifiableSet());
                    if (there.containsAll(DemoOrganisation.slugs())) {
                        return new DemoOutcome.AlreadyThere(counts);
                    }
                    if (!there.isEmpty() || !organisationIsEmpty()) {
                        return new DemoOutcome.OtherData(there.size());
                    }
                    write(contents, counts, progress);
                    return new DemoOutcome.Filled(counts);
                });
    }

    private boolean organisationIsEmpty() {
        return venues.all().isEmpty() && sponsors.all().isEmpty() && people.all().isEmpty();
    }

    private void write(List<EventContent> contents, DemoOutcome.Counts counts, Progress progress) {
        DemoOrganisation.venues().forEach(venues::save);
        DemoOrganisation.sponsors().forEach(sponsors::save);
        DemoOrganisation.people().forEach(people::save);
        int done = 0;
        for (EventContent content : contents) {
            progress.at(done, counts.attendees());
            exchange.merge(content, Progress.NONE);
            done += tickets(content);
        }
        progress.at(done, counts.attendees());
    }

    private static DemoOutcome.Counts counts(List<EventContent> contents) {
        return new DemoOutcome.Counts(
                contents.size(),
                DemoOrganisation.venues().size(),
                DemoOrganisation.sponsors().size(),
                DemoOrganisation.people().size(),
                contents.stream().mapToInt(DemoFill::tickets).sum());
    }

    private static int tickets(EventContent content) {
        return content.orders().stream().mapToInt(order -> order.tickets().size()).sum();
    }
}
