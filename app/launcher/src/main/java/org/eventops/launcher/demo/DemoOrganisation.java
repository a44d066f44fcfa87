package org.eventops.launcher.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eventops.domain.access.Role;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.OrderEntry;
import org.eventops.domain.exchange.ScanEntry;
import org.eventops.domain.people.Person;
import org.eventops.domain.sponsor.Sponsor;
import org.eventops.domain.ticketing.Tax;
import org.eventops.domain.venue.Venue;

/** The demo's content, made from tables and a fixed seed: the same values every time. */
public final class DemoOrganisation {
    private static final long SEED = 20_261_120L;
    private static final Tax TAX = new Tax("IVA", new BigDecimal("19"), true);

    private DemoOrganisation() {}

    /** The slugs of its events. */
    public static Set<String> slugs() {
        return Table.read("events").stream()
                .map(row -> row.text("slug"))
                .collect(Collectors.toUnmodifiableSet());
    }

    public static List<Venue> venues() {
        return Table.read("venues").stream()
                .map(
                        row ->
                                new Venue(
                                        row.text("name"),
                                        row.text("city"),
                                        row.optional("address"),
                                        row.optionalNumber("capacity")))
                .toList();
    }

    public static List<Sponsor> sponsors() {
        return Table.read("sponsors").stream()
                .map(
                        row ->
                                new Sponsor(
                                        row.text("name"),
                                        row.text("industry"),
                                        row.optional("city"),
                                        row.optional("email")))
                .toList();
    }

    public static List<Person> people() {
        return Table.read("people").stream()
                .map(
                        row ->
                                new Person(
                                        row.text("name"),
                                        row.one(Role.class, "role"),
                                        row.optional("email")))
                .toList();
    }

    /** Every event with its orders, tickets and earlier scans. */
    public static List<EventContent> events() {
        return Frame.all().stream().map(DemoOrganisation::content).toList();
    }

    private static EventContent content(Frame frame) {
        Random random = new Random(SEED ^ frame.event().slug().hashCode());
        Crowd crowd = new Crowd(random);
        boolean cases = frame.event().slug().equals(DoorCases.EVENT);
        List<OrderEntry> special = cases ? DoorCases.orders(frame) : List.of();
        int specialTickets = special.stream().mapToInt(order -> order.tickets().size()).sum();
        List<OrderEntry> sold = new Sales(frame, crowd).orders(specialTickets);
        EarlierScans earlier = new EarlierScans(frame, crowd, random);
        List<ScanEntry> scans = new ArrayList<>(earlier.of(sold));
        if (cases) {
            scans.addAll(earlier.ofCases(DoorCases.scanned()));
        }
        List<OrderEntry> orders = new ArrayList<>(special);
        orders.addAll(sold);
        return new EventContent(
                frame.event(),
                TAX,
                frame.dates(),
                frame.products(),
                frame.promos(),
                frame.questions(),
                frame.gates(),
                frame.lists(),
                orders,
                cases ? new TreeSet<>(Set.of(DoorCases.REVOKED)) : new TreeSet<>(),
                List.of(),
                scans);
    }
}
