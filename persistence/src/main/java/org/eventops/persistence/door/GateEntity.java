package org.eventops.persistence.door;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.eventops.persistence.hibernate.Row;

@Entity
@Table(name = "gate")
class GateEntity extends Row {
    @Column(name = "name_key")
    String key;

    String name;
}
