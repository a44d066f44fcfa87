package org.eventops.domain.ticketing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param code unique in the event
 * @param promo the promo code it was placed with
 * @param locale language tag the buyer is written to in
 */
public record Order(
        String code,
        OrderStatus status,
        Approval approval,
        boolean validWhilePending,
        @Nullable String email,
        @Nullable Instant placed,
        @Nullable String promo,
        @Nullable String locale) {}
