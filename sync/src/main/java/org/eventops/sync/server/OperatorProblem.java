package org.eventops.sync.server;

import org.eventops.domain.failure.Classified;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.NextStep;

/** Why an operator's command was not done; nothing was changed. */
public final class OperatorProblem extends Exception implements Classified {
    private static final long serialVersionUID = 1L;

    /** Each has a sentence; what its detail is, is said here. */
    public enum Kind {
        /** No PostgreSQL JDBC URL; the detail is what is wrong with it, never the URL. */
        BAD_URL,
        /** No answer; host and port. */
        UNREACHABLE,
        /** Name or password is wrong; the name. */
        REFUSED,
        /** It answers, and cannot work; its words. */
        FAILED,
        /** Older than PostgreSQL 16; its version. */
        SERVER_TOO_OLD,
        /** The operator lacks a right; which. */
        MAY_NOT,
        /** {@code init} was not run there, or by an older program; the database. */
        NOT_READY,
        /** A hub of a newer program; its version. */
        PROGRAM_TOO_OLD,
        /** Consoles could not be sure of the server; the URL's TLS mode. */
        NOT_PROTECTED,
        /** The file of authorities cannot be used; what is wrong. */
        BAD_AUTHORITY,
        NO_TENANT,
        TENANT_TAKEN,
        NO_DEVICE,
        DEVICE_TAKEN,
        /** The slugs there are. */
        NO_EVENT,
        NEEDS_EVENT,
        /** The roles there are. */
        NO_ROLE,
        /** The name. */
        BAD_NAME
    }

    private final Kind kind;
    private final String detail;

    OperatorProblem(Kind kind, String detail) {
        super(kind + ": " + detail);
        this.kind = kind;
        this.detail = detail;
    }

    OperatorProblem(Kind kind, String detail, Throwable cause) {
        super(kind + ": " + detail, cause);
        this.kind = kind;
        this.detail = detail;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public Failure failure() {
        return switch (kind) {
            case BAD_URL,
                    NOT_PROTECTED,
                    BAD_AUTHORITY,
                    NO_TENANT,
                    TENANT_TAKEN,
                    NO_DEVICE,
                    DEVICE_TAKEN,
                    NO_EVENT,
                    NEEDS_EVENT,
                    NO_ROLE,
                    BAD_NAME ->
                    Failure.input(NextStep.CORRECT_INPUT);
            case UNREACHABLE -> Failure.environment(NextStep.CHECK_NETWORK);
            case FAILED -> Failure.environment(NextStep.TRY_AGAIN);
            case REFUSED, MAY_NOT -> Failure.environment(NextStep.ASK_ADMINISTRATOR);
            case SERVER_TOO_OLD, NOT_READY -> Failure.environment(NextStep.UPDATE_HUB);
            case PROGRAM_TOO_OLD -> Failure.environment(NextStep.UPDATE_CONSOLE);
        };
    }

    /** Fills the sentence's place; never a secret. */
    public String detail() {
        return detail;
    }
}
