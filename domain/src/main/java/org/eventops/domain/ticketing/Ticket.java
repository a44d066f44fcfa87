package org.eventops.domain.ticketing;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eventops.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * @param code what the QR code holds; unique in the event
 * @param product key of its product
 * @param date key of its date in a series
 * @param addonTo code of the ticket it is an add-on of
 * @param attention whether the door must look twice; {@code note} says why
 * @param answers by question key, sorted
 */
public record Ticket(
        String code,
        String product,
        @Nullable String date,
        Attendee attendee,
        TicketStatus status,
        boolean blocked,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable String addonTo,
        boolean attention,
        @Nullable String note,
        SortedMap<String, String> answers,
        Money price) {
    public Ticket {
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    public Ticket withAnswers(Map<String, String> more) {
        TreeMap<String, String> all = new TreeMap<>(answers);
        all.putAll(more);
        return new Ticket(
                code,
                product,
                date,
                attendee,
                status,
                blocked,
                validFrom,
                validUntil,
                addonTo,
                attention,
                note,
                all,
                price);
    }
}
