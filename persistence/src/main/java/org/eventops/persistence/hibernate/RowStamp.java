package org.eventops.persistence.hibernate;

import java.util.UUID;
import java.util.function.Supplier;
import org.eventops.domain.change.IdSource;

/**
 * Gives new rows their key, tenant and scope.
 *
 * @param owner whose store this is now; it changes when the store becomes one of a hub's
 */
public record RowStamp(IdSource ids, Supplier<UUID> owner) {
    /** Whose store this is. */
    public UUID tenant() {
        return owner.get();
    }

    public <R extends Row> R on(R row, UUID scope) {
        row.id = ids.next();
        row.tenant = tenant();
        row.scope = scope;
        return row;
    }

    /** For what belongs to the organisation and to no event. */
    public <R extends Row> R onTenant(R row) {
        return on(row, tenant());
    }
}
