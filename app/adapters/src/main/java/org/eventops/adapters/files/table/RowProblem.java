package org.eventops.adapters.files.table;

import org.eventops.domain.exchange.Message;
import org.eventops.domain.exchange.Rejection;

/** Why one row of a list is refused. */
final class RowProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message message;
    private final String value;

    RowProblem(String value, String key, String... arguments) {
        super(key);
        this.value = value;
        this.message = Message.of("exchange.problem." + key, arguments);
    }

    Rejection at(int line) {
        return Rejection.atLine(line, value, message);
    }
}
