package org.eventops.domain.access;

import java.io.Serial;

/** Whoever works here may not do this; nothing was done. */
public final class NotPermitted extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final Permission permission;

    public NotPermitted(Permission permission) {
        super(permission.name());
        this.permission = permission;
    }

    /** What it would have taken. */
    public Permission permission() {
        return permission;
    }
}
