package org.eventops.persistence.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.eventops.persistence.hibernate.Row;

@Entity
@Table(name = "staff")
class StaffEntity extends Row {
    String name;
    String role;
}
