package org.eventops.persistence.venue;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.eventops.persistence.hibernate.Row;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "venue")
class VenueEntity extends Row {
    String name;
    String city;
    @Nullable String address;
    @Nullable Integer capacity;
}
