package org.eventops.persistence.event;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.eventops.persistence.hibernate.Row;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "event")
class EventEntity extends Row {
    String slug;
    String name;
    String type;
    String status;
    String zone;
    String currency;
    @Nullable String city;
    @Nullable String venue;
    Instant starts;
    Instant ends;
    @Nullable Instant admission;
    @Nullable Integer capacity;
    @Nullable String description;
    String visibility;
    @Nullable String tier;

    @jakarta.persistence.Column(name = "tax_name")
    @Nullable String taxName;

    @jakarta.persistence.Column(name = "tax_rate")
    @Nullable BigDecimal taxRate;

    @jakarta.persistence.Column(name = "tax_included")
    @Nullable Boolean taxIncluded;
}
