package org.eventops.persistence.replica;

import java.util.UUID;
import java.util.function.Supplier;

/** Whose store this is: its own, until it becomes one of a hub's consoles. */
public final class Tenant implements Supplier<UUID> {
    private volatile UUID id;

    public Tenant(UUID id) {
        this.id = id;
    }

    @Override
    public UUID get() {
        return id;
    }

    void becomes(UUID tenant) {
        id = tenant;
    }
}
