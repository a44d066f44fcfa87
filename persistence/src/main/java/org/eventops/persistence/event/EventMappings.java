package org.eventops.persistence.event;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.eventops.domain.event.Event;
import org.eventops.domain.event.EventStatus;
import org.eventops.domain.event.EventType;
import org.eventops.domain.event.SeriesDate;
import org.eventops.domain.event.Visibility;
import org.eventops.domain.ticketing.Tax;
import org.eventops.persistence.hibernate.CanonicalRows;
import org.eventops.persistence.hibernate.RowMapping;
import org.jspecify.annotations.Nullable;

/** Events and their dates as rows. */
public final class EventMappings {
    static final RowMapping<EventEntity, TaxedEvent> EVENT =
            new RowMapping<>(
                    EventEntity.class,
                    EventEntity::new,
                    EventMappings::event,
                    EventMappings::put,
                    taxed -> taxed.event().slug());
    static final RowMapping<SeriesDateEntity, SeriesDate> DATE =
            new RowMapping<>(
                    SeriesDateEntity.class,
                    SeriesDateEntity::new,
                    row -> new SeriesDate(row.key, row.starts, row.ends, row.admission),
                    EventMappings::put,
                    SeriesDate::key);

    private EventMappings() {}

    /** What Hibernate has to know of. */
    public static List<Class<?>> entities() {
        return List.of(EventEntity.class, StatusChangeEntity.class, SeriesDateEntity.class);
    }

    private static TaxedEvent event(EventEntity row) {
        Event event =
                new Event(
                        row.slug,
                        row.name,
                        EventType.valueOf(row.type),
                        EventStatus.valueOf(row.status),
                        ZoneId.of(row.zone),
                        Currency.getInstance(row.currency),
                        row.city,
                        row.venue,
                        row.starts,
                        row.ends,
                        row.admission,
                        row.capacity,
                        row.description,
                        Visibility.valueOf(row.visibility),
                        row.tier);
        return new TaxedEvent(event, tax(row));
    }

    private static @Nullable Tax tax(EventEntity row) {
        BigDecimal rate = row.taxRate;
        return row.taxName == null || rate == null
                ? null
                : new Tax(row.taxName, decimal(rate), Boolean.TRUE.equals(row.taxIncluded));
    }

    /** A column has a fixed scale; the value has none: 19, not 19.000000. */
    public static BigDecimal decimal(BigDecimal column) {
        BigDecimal plain = column.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static void put(TaxedEvent taxed, EventEntity row) {
        Event event = taxed.event();
        row.slug = event.slug();
        row.name = CanonicalRows.text(event.name());
        row.type = event.type().name();
        row.status = event.status().name();
        row.zone = event.zone().getId();
        row.currency = event.currency().getCurrencyCode();
        row.city = CanonicalRows.orNull(event.city());
        row.venue = CanonicalRows.orNull(event.venue());
        row.starts = event.starts();
        row.ends = event.ends();
        row.admission = event.admission();
        row.capacity = event.capacity();
        row.description = CanonicalRows.orNull(event.description());
        row.visibility = event.visibility().name();
        row.tier = CanonicalRows.orNull(event.tier());
        Tax tax = taxed.tax();
        row.taxName = tax == null ? null : CanonicalRows.text(tax.name());
        row.taxRate = tax == null ? null : tax.rate();
        row.taxIncluded = tax == null ? null : tax.included();
    }

    private static void put(SeriesDate date, SeriesDateEntity row) {
        row.key = date.key();
        row.starts = date.starts();
        row.ends = date.ends();
        row.admission = date.admission();
    }
}
