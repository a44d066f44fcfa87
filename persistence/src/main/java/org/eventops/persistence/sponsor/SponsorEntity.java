package org.eventops.persistence.sponsor;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.eventops.persistence.hibernate.Row;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "sponsor")
class SponsorEntity extends Row {
    String name;
    String industry;
    @Nullable String city;
    @Nullable String email;
}
