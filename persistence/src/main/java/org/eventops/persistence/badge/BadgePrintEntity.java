package org.eventops.persistence.badge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eventops.persistence.hibernate.Row;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "badge_print")
class BadgePrintEntity extends Row {
    @Column(name = "ticket_id")
    UUID ticketId;

    int copy;
    Instant at;
    @Nullable String device;
    @Nullable String operator;
    @Nullable Instant ended;
    @Nullable String problem;
    @Nullable String detail;
}
