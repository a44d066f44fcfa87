package org.eventops.domain.ticketing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eventops.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A promo code: exactly one of the two discounts is there.
 *
 * @param products keys it is good for; empty means all
 */
public record Promo(
        String code,
        @Nullable BigDecimal percentOff,
        @Nullable Money amountOff,
        @Nullable Integer maxUses,
        List<String> products,
        @Nullable Instant until) {
    public Promo {
        products = List.copyOf(products);
    }
}
