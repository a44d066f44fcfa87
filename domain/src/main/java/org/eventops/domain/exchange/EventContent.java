package org.eventops.domain.exchange;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eventops.domain.door.CheckinList;
import org.eventops.domain.door.Gate;
import org.eventops.domain.event.Event;
import org.eventops.domain.event.SeriesDate;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.Promo;
import org.eventops.domain.ticketing.Question;
import org.eventops.domain.ticketing.SigningKey;
import org.eventops.domain.ticketing.Tax;
import org.jspecify.annotations.Nullable;

/**
 * A whole event, or the part of it that a file names, as values under their natural keys: slug,
 * product key, order code, ticket code, list name. Every value is complete: whoever reads a file
 * has already laid it over what the store holds.
 */
public record EventContent(
        Event event,
        @Nullable Tax tax,
        List<SeriesDate> dates,
        List<Product> products,
        List<Promo> promos,
        List<Question> questions,
        List<Gate> gates,
        List<CheckinList> lists,
        List<OrderEntry> orders,
        SortedSet<String> revoked,
        List<SigningKey> keys,
        List<ScanEntry> scans) {
    public EventContent {
        dates = List.copyOf(dates);
        products = List.copyOf(products);
        promos = List.copyOf(promos);
        questions = List.copyOf(questions);
        gates = List.copyOf(gates);
        lists = List.copyOf(lists);
        orders = List.copyOf(orders);
        revoked = Collections.unmodifiableSortedSet(new TreeSet<>(revoked));
        keys = List.copyOf(keys);
        scans = List.copyOf(scans);
    }
}
