package org.eventops.sync.engine;

import org.eventops.domain.failure.Classified;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.NextStep;
import org.eventops.domain.sync.SyncStatus.Trouble;

/** Why a call to the hub has no answer. */
public final class HubProblem extends Exception implements Classified {
    private static final long serialVersionUID = 1L;

    /** What is to be done about it. */
    public enum Kind {
        /** No answer: try again later. What was asked may have been done. */
        UNREACHABLE,
        /** It answers, but cannot work now: no connection free, read only, shutting down. */
        BUSY,
        /** The name or the secret is not known there. */
        REFUSED,
        /** This device may no longer take part: lock, keep what was not sent. */
        REVOKED,
        /** The hub no longer speaks this program's protocol. */
        PROGRAM_TOO_OLD,
        /** The hub does not speak it yet. */
        HUB_TOO_OLD,
        /** A number is known with other content: this store is a copy, it needs another lineage. */
        OTHER_HISTORY,
        /** The feed does not go on where the cursor stands: the hub was restored from a backup. */
        STRANGER,
        /** The cursor is older than the feed that is kept: load again. */
        TOO_FAR_BEHIND,
        /** The connection goes through a pooler that changes sessions between transactions. */
        POOLER,
        /**
         * Something answers that is no hub, such as a Wi-Fi's sign-in page, or has no trusted key.
         */
        NOT_A_HUB,
        /** The hub said what no version of it should: a bug, here or there. */
        BROKEN
    }

    private final Kind kind;

    /**
     * @param detail for the log and for support, never personal data
     */
    public HubProblem(Kind kind, String detail) {
        super(kind + ": " + detail);
        this.kind = kind;
    }

    public HubProblem(Kind kind, String detail, Throwable cause) {
        super(kind + ": " + detail, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public Failure failure() {
        return switch (kind) {
            case UNREACHABLE, BUSY, OTHER_HISTORY, STRANGER, TOO_FAR_BEHIND ->
                    Failure.environment(NextStep.WAIT);
            case REFUSED, REVOKED, POOLER -> Failure.environment(NextStep.ASK_ADMINISTRATOR);
            case PROGRAM_TOO_OLD -> Failure.environment(NextStep.UPDATE_CONSOLE);
            case HUB_TOO_OLD -> Failure.environment(NextStep.UPDATE_HUB);
            case NOT_A_HUB -> Failure.environment(NextStep.CHECK_NETWORK);
            case BROKEN -> Failure.bug();
        };
    }

    /** What a person is told of it. */
    public Trouble trouble() {
        return switch (kind) {
            case UNREACHABLE -> Trouble.UNREACHABLE;
            case BUSY -> Trouble.BUSY;
            case REFUSED -> Trouble.REFUSED;
            case REVOKED -> Trouble.REVOKED;
            case PROGRAM_TOO_OLD -> Trouble.PROGRAM_TOO_OLD;
            case HUB_TOO_OLD -> Trouble.HUB_TOO_OLD;
            case POOLER -> Trouble.POOLER;
            case NOT_A_HUB -> Trouble.NOT_A_HUB;
            case OTHER_HISTORY, STRANGER, TOO_FAR_BEHIND, BROKEN -> Trouble.BROKEN;
        };
    }
}
