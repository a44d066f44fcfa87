package org.eventops.persistence.badge;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.eventops.persistence.hibernate.Row;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "badge_layout")
class BadgeLayoutEntity extends Row {
    BigDecimal width;
    BigDecimal height;
    String elements;
    @Nullable String logo;
}
