package org.eventops.persistence.hibernate;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/** What every synced row has: a time-ordered key, the tenant, and the scope it is synced in. */
@MappedSuperclass
public abstract class Row {
    @Id public UUID id;
    public UUID tenant;
    public UUID scope;
}
