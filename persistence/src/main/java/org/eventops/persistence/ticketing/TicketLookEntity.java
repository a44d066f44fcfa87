package org.eventops.persistence.ticketing;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.eventops.persistence.hibernate.Row;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "ticket_look")
class TicketLookEntity extends Row {
    String colour;
    @Nullable String logo;
}
