package org.eventops.domain.access;

import java.io.Serial;
import org.eventops.domain.failure.Classified;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.FailureKind;
import org.eventops.domain.failure.NextStep;

/** Whoever works here may not do this; nothing was done. */
public final class NotPermitted extends RuntimeException implements Classified {
    @Serial private static final long serialVersionUID = 1;

    private final Permission permission;

    public NotPermitted(Permission permission) {
        super(permission.name());
        this.permission = permission;
    }

    @Override
    public Failure failure() {
        return new Failure(FailureKind.BUSINESS, NextStep.ASK_ADMINISTRATOR);
    }

    /** What it would have taken. */
    public Permission permission() {
        return permission;
    }
}
