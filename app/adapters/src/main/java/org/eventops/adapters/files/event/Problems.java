package org.eventops.adapters.files.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import org.eventops.domain.exchange.Message;
import org.eventops.domain.exchange.Rejection;

/** What is wrong with a file, and what is odd about it; a thousand are listed, all are counted. */
public final class Problems {
    private static final int LISTED = 1000;

    private final List<Rejection> rejected = new ArrayList<>();
    private final List<Rejection> warnings = new ArrayList<>();
    private int count;

    void add(String path, String value, String key, String... arguments) {
        count++;
        if (rejected.size() < LISTED) {
            Message reason = Message.of("exchange.problem." + key, arguments);
            rejected.add(Rejection.atPath(path, value, reason));
        }
    }

    void warn(String path, String value, Message message) {
        if (warnings.size() < LISTED) {
            warnings.add(Rejection.atPath(path, value, message));
        }
    }

    /** Says from where on a document is no JSON. */
    void notJson(JsonProcessingException e) {
        var where = e.getLocation();
        String line = where == null ? "?" : Integer.toString(where.getLineNr());
        String column = where == null ? "?" : Integer.toString(where.getColumnNr());
        boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
        add("$", e.getOriginalMessage(), twice ? "json_twice" : "not_json", line, column);
    }

    boolean none() {
        return count == 0;
    }

    public int count() {
        return count;
    }

    public List<Rejection> rejected() {
        return rejected;
    }

    public List<Rejection> warnings() {
        return warnings;
    }
}
