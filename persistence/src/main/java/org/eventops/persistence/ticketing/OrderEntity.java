package org.eventops.persistence.ticketing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.eventops.persistence.hibernate.Row;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "ticket_order")
class OrderEntity extends Row {
    String code;

    @Column(name = "code_folded")
    String codeFolded;

    String status;
    String approval;

    @Column(name = "valid_while_pending")
    boolean validWhilePending;

    @Nullable String email;
    @Nullable Instant placed;
    @Nullable String promo;
    @Nullable String locale;
}
