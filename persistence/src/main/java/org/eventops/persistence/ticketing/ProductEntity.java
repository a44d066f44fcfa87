package org.eventops.persistence.ticketing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.eventops.persistence.hibernate.Row;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "product")
class ProductEntity extends Row {
    @Column(name = "name_key")
    String key;

    String name;
    long price;
    String currency;
    @Nullable Integer quantity;

    @Column(name = "sale_starts")
    @Nullable Instant saleStarts;

    @Column(name = "sale_ends")
    @Nullable Instant saleEnds;

    @Column(name = "early_price")
    @Nullable Long earlyPrice;

    @Column(name = "early_until")
    @Nullable Instant earlyUntil;

    @Column(name = "group_from")
    @Nullable Integer groupFrom;

    @Column(name = "group_percent")
    @Nullable BigDecimal groupPercent;

    @Column(name = "min_per_order")
    @Nullable Integer minPerOrder;

    @Column(name = "max_per_order")
    @Nullable Integer maxPerOrder;

    @Column(name = "addon_of")
    String addonOf;
}
