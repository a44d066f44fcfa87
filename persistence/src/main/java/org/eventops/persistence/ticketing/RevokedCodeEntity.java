package org.eventops.persistence.ticketing;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.eventops.persistence.hibernate.Row;

@Entity
@Table(name = "revoked_code")
class RevokedCodeEntity extends Row {
    String code;
}
