package org.eventops.persistence.door;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eventops.persistence.hibernate.Row;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "scan")
class ScanEntity extends Row {
    @Column(name = "list_id")
    UUID listId;

    @Column(name = "ticket_id")
    @Nullable UUID ticketId;

    String code;
    String kind;
    String verdict;
    Instant at;
    @Nullable String gate;
    @Nullable String device;
    @Nullable String operator;

    @Column(name = "override_reason")
    @Nullable String override;

    /** Given by the database, in the order of recording. */
    @Column(insertable = false, updatable = false)
    @Nullable Long recorded;
}
