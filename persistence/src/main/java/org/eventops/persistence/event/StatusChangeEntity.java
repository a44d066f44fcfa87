package org.eventops.persistence.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.eventops.persistence.hibernate.Row;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "status_change")
class StatusChangeEntity extends Row {
    @Column(name = "from_status")
    String from;

    @Column(name = "to_status")
    String to;

    Instant at;

    @Column(name = "by_whom")
    String by;

    @Nullable String reason;
}
