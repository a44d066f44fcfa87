package org.eventops.adapters.files.table;

import java.io.IOException;
import org.eventops.domain.failure.Classified;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.NextStep;

/** A file that is no list, from some line on. */
public final class UnreadableTable extends IOException implements Classified {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String problem;
    private final String value;

    /**
     * @param problem the rest of a text key {@code exchange.problem.…}
     */
    public UnreadableTable(int line, String problem, String value) {
        super(problem + " at line " + line);
        this.line = line;
        this.problem = problem;
        this.value = value;
    }

    @Override
    public Failure failure() {
        return Failure.input(NextStep.CHOOSE_OTHER_FILE);
    }

    int line() {
        return line;
    }

    String problem() {
        return problem;
    }

    String value() {
        return value;
    }
}
