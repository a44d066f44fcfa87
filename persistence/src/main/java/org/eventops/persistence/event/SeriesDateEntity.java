package org.eventops.persistence.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.eventops.persistence.hibernate.Row;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "series_date")
class SeriesDateEntity extends Row {
    @Column(name = "name_key")
    String key;

    Instant starts;
    Instant ends;
    @Nullable Instant admission;
}
