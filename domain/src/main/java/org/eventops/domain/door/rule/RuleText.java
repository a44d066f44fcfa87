package org.eventops.domain.door.rule;

import java.util.Optional;
import org.eventops.domain.door.rule.RuleProblem.Kind;

/**
 * Looks over the text of a rule before the library reads it: the library recurses, so that ten
 * thousand brackets would overflow its stack, and it takes comments and other quotes for JSON.
 */
final class RuleText {
    private static final int LONGEST = 200_000;
    private static final int DEEPEST = 64;
    private static final String OUTSIDE = "{}[]:,+-.";

    private RuleText() {}

    /** Why it should not be read; empty when it may. */
    static Optional<Kind> unfit(String json) {
        return json.length() > LONGEST ? Optional.of(Kind.TOO_LARGE) : scan(json);
    }

    private static Optional<Kind> scan(String json) {
        int depth = 0;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"') {
                i = endOfText(json, i + 1);
            } else if (!Character.isLetterOrDigit(c)
                    && !Character.isWhitespace(c)
                    && OUTSIDE.indexOf(c) < 0) {
                return Optional.of(Kind.NOT_JSON);
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            if (depth > DEEPEST) {
                return Optional.of(Kind.TOO_LARGE);
            }
        }
        return depth == 0 ? Optional.empty() : Optional.of(Kind.NOT_JSON);
    }

    private static int endOfText(String json, int from) {
        int i = from;
        while (i < json.length() && json.charAt(i) != '"') {
            i += json.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
