package org.eventops.sync.carry;

import org.eventops.domain.failure.Classified;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.NextStep;

/** Why a file of changes cannot be taken in; nothing was changed then. */
public final class ParcelProblem extends Exception implements Classified {
    private static final long serialVersionUID = 1L;

    /** What is wrong; each has a sentence. */
    public enum Kind {
        NOT_A_PARCEL,
        /** Written by a newer program. */
        NEWER,
        /** Written for another organisation, or changed. */
        OTHER_ORGANISATION,
        /** Shut away by a console that was taken out: only an administrator's console opens it. */
        SEALED,
        DAMAGED
    }

    private final Kind kind;

    public ParcelProblem(Kind kind) {
        super(kind.name());
        this.kind = kind;
    }

    public ParcelProblem(Kind kind, Throwable cause) {
        super(kind.name(), cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public Failure failure() {
        return Failure.input(
                switch (kind) {
                    case NOT_A_PARCEL, OTHER_ORGANISATION, DAMAGED -> NextStep.CHOOSE_OTHER_FILE;
                    case NEWER -> NextStep.UPDATE_CONSOLE;
                    case SEALED -> NextStep.ASK_ADMINISTRATOR;
                });
    }
}
