package org.eventops.launcher.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.TreeSet;
import org.eventops.domain.door.CheckinList;
import org.eventops.domain.door.Gate;
import org.eventops.domain.door.ProductSelection;
import org.eventops.domain.event.Event;
import org.eventops.domain.event.EventStatus;
import org.eventops.domain.event.EventType;
import org.eventops.domain.event.SeriesDate;
import org.eventops.domain.event.Visibility;
import org.eventops.domain.money.Money;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.Promo;
import org.eventops.domain.ticketing.Question;
import org.eventops.domain.ticketing.QuestionType;
import org.jspecify.annotations.Nullable;

/**
 * A demo event before anybody has bought a ticket, as its tables say.
 *
 * @param tickets how many tickets it is to have in all
 * @param shown per cent of the tickets that came through the door before the demo begins
 * @param shares how the tickets fall on the products, in the order of {@code products}
 */
record Frame(
        Event event,
        int tickets,
        int shown,
        List<SeriesDate> dates,
        List<Product> products,
        List<Integer> shares,
        List<Promo> promos,
        List<Question> questions,
        List<Gate> gates,
        List<CheckinList> lists) {
    private static final ZoneId ZONE = ZoneId.of("America/Bogota");

    static List<Frame> all() {
        return Table.read("events").stream().map(Frame::of).toList();
    }

    private static Frame of(Table.Row row) {
        Event event = event(row);
        String slug = event.slug();
        List<Table.Row> products = Table.read("products", slug);
        return new Frame(
                event,
                row.number("tickets"),
                row.number("shown"),
                Table.read("dates", slug).stream().map(Frame::date).toList(),
                products.stream().map(p -> product(p, event.currency())).toList(),
                products.stream().map(p -> p.number("share")).toList(),
                Table.read("promos", slug).stream().map(p -> promo(p, event.currency())).toList(),
                Table.read("questions", slug).stream().map(Frame::question).toList(),
                Table.read("gates", slug).stream()
                        .map(g -> new Gate(g.text("key"), g.text("name")))
                        .toList(),
                Table.read("lists", slug).stream().map(Frame::list).toList());
    }

    private static Event event(Table.Row row) {
        return new Event(
                row.text("slug"),
                row.text("name"),
                row.one(EventType.class, "type"),
                row.one(EventStatus.class, "status"),
                ZONE,
                Currency.getInstance(row.text("currency")),
                row.optional("city"),
                row.optional("venue"),
                time(row.text("starts")),
                time(row.text("ends")),
                optionalTime(row.optional("admission")),
                row.optionalNumber("capacity"),
                row.optional("description"),
                row.one(Visibility.class, "visibility"),
                row.optional("tier"));
    }

    private static SeriesDate date(Table.Row row) {
        return new SeriesDate(
                row.text("key"),
                time(row.text("starts")),
                time(row.text("ends")),
                optionalTime(row.optional("admission")));
    }

    private static Product product(Table.Row row, Currency currency) {
        return new Product(
                row.text("key"),
                row.text("name"),
                Money.parse(row.text("price"), currency),
                row.optionalNumber("quantity"),
                null,
                null,
                null,
                null,
                null,
                null,
                row.words("addonOf"));
    }

    private static Promo promo(Table.Row row, Currency currency) {
        String percent = row.optional("percentOff");
        String amount = row.optional("amountOff");
        return new Promo(
                row.text("code"),
                percent == null ? null : new BigDecimal(percent),
                amount == null ? null : Money.parse(amount, currency),
                row.optionalNumber("maxUses"),
                row.words("products"),
                optionalTime(row.optional("until")));
    }

    private static Question question(Table.Row row) {
        return new Question(
                row.text("key"),
                row.text("label"),
                row.one(QuestionType.class, "type"),
                row.yes("required"),
                row.yes("askAtCheckin"),
                row.words("products"),
                row.words("choices"));
    }

    private static CheckinList list(Table.Row row) {
        return new CheckinList(
                row.text("name"),
                row.text("products").equals("*")
                        ? ProductSelection.ALL
                        : ProductSelection.of(row.words("products")),
                row.yes("includePending"),
                row.yes("multipleEntry"),
                row.yes("reentryAfterExit"),
                row.yes("addonMatching"),
                row.optional("rules"),
                new TreeSet<>(row.words("gates")),
                row.optional("date"));
    }

    /** A local time of the demo's zone. */
    static Instant time(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    static @Nullable Instant optionalTime(@Nullable String local) {
        return local == null ? null : time(local);
    }
}
