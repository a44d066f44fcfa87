package org.eventops.persistence.ticketing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.eventops.persistence.hibernate.Row;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "promo")
class PromoEntity extends Row {
    String code;

    @Column(name = "percent_off")
    @Nullable BigDecimal percentOff;

    @Column(name = "amount_off")
    @Nullable Long amountOff;

    String currency;

    @Column(name = "max_uses")
    @Nullable Integer maxUses;

    String products;
    @Nullable Instant until;
}
