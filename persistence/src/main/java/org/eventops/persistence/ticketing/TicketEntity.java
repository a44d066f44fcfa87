package org.eventops.persistence.ticketing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eventops.persistence.hibernate.Row;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "ticket")
class TicketEntity extends Row {
    @Column(name = "order_id")
    UUID orderId;

    String code;

    @Column(name = "code_folded")
    String codeFolded;

    String product;

    @Column(name = "date_key")
    @Nullable String date;

    @Nullable String name;
    @Nullable String email;
    @Nullable String phone;
    @Nullable String company;
    String status;
    boolean blocked;

    @Column(name = "valid_from")
    @Nullable Instant validFrom;

    @Column(name = "valid_until")
    @Nullable Instant validUntil;

    @Column(name = "addon_to")
    @Nullable String addonTo;

    boolean attention;
    @Nullable String note;
    String answers;
    long price;
    String currency;
}
