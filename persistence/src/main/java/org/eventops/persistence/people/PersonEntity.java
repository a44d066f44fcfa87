package org.eventops.persistence.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.eventops.persistence.hibernate.Row;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "person")
class PersonEntity extends Row {
    String name;
    String role;
    @Nullable String email;
}
