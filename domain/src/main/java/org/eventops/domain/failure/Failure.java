package org.eventops.domain.failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What a failure is. The one classification: the window, the command line and the measurements ask
 * here, and none of them judges for itself.
 */
public record Failure(FailureKind kind, NextStep next) {
    private static final Failure BUG = new Failure(FailureKind.BUG, NextStep.QUOTE_CODE);
    private static final Failure OUTSIDE = new Failure(FailureKind.ENVIRONMENT, NextStep.TRY_AGAIN);

    /** Of the environment. */
    public static Failure environment(NextStep next) {
        return new Failure(FailureKind.ENVIRONMENT, next);
    }

    /** Of what was given. */
    public static Failure input(NextStep next) {
        return new Failure(FailureKind.INPUT, next);
    }

    /** Of the program. */
    public static Failure bug() {
        return BUG;
    }

    /**
     * What this is. A file, a device or a network that failed is the environment's, also where
     * nobody thought of it; anything else that does not say what it is, is a bug.
     */
    public static Failure of(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = carried(each)) {
            if (each instanceof Classified known) {
                return known.failure();
            }
            if (each instanceof IOException) {
                return OUTSIDE;
            }
        }
        return BUG;
    }

    /** What only brought it here says nothing of what it is. */
    private static @Nullable Throwable carried(Throwable thrown) {
        boolean carries =
                thrown instanceof ExecutionException
                        || thrown instanceof CompletionException
                        || thrown instanceof UncheckedIOException
                        || thrown instanceof UndeclaredThrowableException;
        return carries ? thrown.getCause() : null;
    }
}
