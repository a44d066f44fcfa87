package org.eventops.launcher.hub;

import org.eventops.domain.failure.Classified;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.NextStep;

/** The hub of this machine cannot run; its message says what to look at. */
public final class HubFailure extends Exception implements Classified {
    private static final long serialVersionUID = 1L;

    /** Each has a sentence. */
    public enum Kind {
        /** There is no PostgreSQL in this program for this system. */
        NO_PROGRAMS,
        /** The folder cannot be written, or holds something else. */
        FOLDER,
        /** It did not start; its log says why. */
        NOT_STARTED,
        /** The port is in use by something else. */
        PORT
    }

    private final Kind kind;
    private final String detail;

    HubFailure(Kind kind, String detail) {
        super(kind + ": " + detail);
        this.kind = kind;
        this.detail = detail;
    }

    HubFailure(Kind kind, String detail, Throwable cause) {
        super(kind + ": " + detail, cause);
        this.kind = kind;
        this.detail = detail;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public Failure failure() {
        return Failure.environment(
                switch (kind) {
                    case NO_PROGRAMS -> NextStep.UPDATE_CONSOLE;
                    case FOLDER -> NextStep.ALLOW_WRITING;
                    case NOT_STARTED, PORT -> NextStep.TRY_AGAIN;
                });
    }

    public String detail() {
        return detail;
    }
}
