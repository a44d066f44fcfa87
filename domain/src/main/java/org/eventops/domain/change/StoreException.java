package org.eventops.domain.change;

import org.eventops.domain.failure.Classified;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.NextStep;

/** The store could not do its work for a reason outside the program: a state of the environment. */
public final class StoreException extends RuntimeException implements Classified {
    private static final long serialVersionUID = 1L;

    /** What is wrong, as a person could mend it. */
    public enum Problem {
        /** Another console holds the store; {@link #detail()} says which process and since when. */
        IN_USE,
        /** The folder or file may not be written. */
        READ_ONLY,
        DISK_FULL,
        /** A file is damaged and could not be rebuilt. */
        CORRUPT,
        /** It opens only with somebody's password. */
        PROTECTED,
        /** Written by a newer program. */
        NEWER,
        /** The program is ending: what had begun was finished, nothing new is taken. */
        CLOSED,
        /** Anything else the store said. */
        FAILED
    }

    private final Problem problem;
    private final String detail;

    public StoreException(Problem problem, String detail) {
        super(problem + ": " + detail);
        this.problem = problem;
        this.detail = detail;
    }

    public StoreException(Problem problem, String detail, Throwable cause) {
        super(problem + ": " + detail, cause);
        this.problem = problem;
        this.detail = detail;
    }

    public Problem problem() {
        return problem;
    }

    @Override
    public Failure failure() {
        return Failure.environment(
                switch (problem) {
                    case IN_USE -> NextStep.CLOSE_OTHER_CONSOLE;
                    case READ_ONLY -> NextStep.ALLOW_WRITING;
                    case DISK_FULL -> NextStep.FREE_SPACE;
                    case CORRUPT, CLOSED -> NextStep.START_AGAIN;
                    case PROTECTED -> NextStep.UNLOCK;
                    case NEWER -> NextStep.UPDATE_CONSOLE;
                    case FAILED -> NextStep.TRY_AGAIN;
                });
    }

    /** Facts for the sentence that is shown: a process, a folder, a time. Never personal data. */
    public String detail() {
        return detail;
    }
}
