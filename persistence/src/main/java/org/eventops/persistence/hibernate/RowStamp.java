package org.eventops.persistence.hibernate;

import java.util.UUID;
import org.eventops.domain.change.IdSource;

/** Gives new rows their key, tenant and scope. */
public record RowStamp(IdSource ids, UUID tenant) {
    public <R extends Row> R on(R row, UUID scope) {
        row.id = ids.next();
        row.tenant = tenant;
        row.scope = scope;
        return row;
    }

    /** For what belongs to the organisation and to no event. */
    public <R extends Row> R onTenant(R row) {
        return on(row, tenant);
    }
}
