package org.eventops.domain.ticketing;

import java.time.Instant;
import java.util.List;
import org.eventops.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A ticket type or add-on.
 *
 * @param key unique in the event; an identifier that never changes (the name is the label)
 * @param quantity how many may be sold; absent means unlimited
 * @param addonOf keys of the products it can be added to; empty for a product of its own
 */
public record Product(
        String key,
        String name,
        Money price,
        @Nullable Integer quantity,
        @Nullable Instant saleStarts,
        @Nullable Instant saleEnds,
        @Nullable EarlyBird earlyBird,
        @Nullable GroupDiscount group,
        @Nullable Integer minPerOrder,
        @Nullable Integer maxPerOrder,
        List<String> addonOf) {
    public Product {
        addonOf = List.copyOf(addonOf);
    }
}
