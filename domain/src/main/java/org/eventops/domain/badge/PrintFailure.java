package org.eventops.domain.badge;

import java.io.IOException;
import org.eventops.domain.failure.Classified;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.NextStep;

/** A badge was not printed. */
public final class PrintFailure extends IOException implements Classified {
    private static final long serialVersionUID = 1L;

    private final PrintProblem problem;

    public PrintFailure(PrintProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public PrintFailure(PrintProblem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    public PrintProblem problem() {
        return problem;
    }

    @Override
    public Failure failure() {
        return Failure.environment(NextStep.CHECK_PRINTER);
    }
}
