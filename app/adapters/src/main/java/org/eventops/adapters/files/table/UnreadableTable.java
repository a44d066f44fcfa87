package org.eventops.adapters.files.table;

import java.io.IOException;

/** A file that is no list, from some line on. */
public final class UnreadableTable extends IOException {
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
