package org.eventops.domain.ticketing;

import java.util.ArrayList;
import java.util.List;
import org.eventops.domain.text.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the fields of one form. */
final class FieldChecks {
    private static final int LONGEST = 500;

    private final List<FieldProblem> problems = new ArrayList<>();

    /** Text without edges; absent when blank. */
    @Nullable String text(String field, String given) {
        String plain = given.strip();
        if (plain.length() > LONGEST) {
            add(field, FieldProblem.Kind.TOO_LONG);
        } else if (!isPlain(plain)) {
            add(field, FieldProblem.Kind.NOT_PLAIN_TEXT);
        }
        return plain.isEmpty() ? null : plain;
    }

    @Nullable String email(String field, String given) {
        String plain = text(field, given);
        if (plain != null && !EmailAddress.FORM.matcher(plain).matches()) {
            add(field, FieldProblem.Kind.NOT_AN_EMAIL);
        }
        return plain;
    }

    void add(String field, FieldProblem.Kind kind) {
        problems.add(new FieldProblem(field, kind));
    }

    private static boolean isPlain(String text) {
        return text.codePoints()
                .noneMatch(
                        point ->
                                Character.isISOControl(point)
                                        || (point >= Character.MIN_SURROGATE
                                                && point <= Character.MAX_SURROGATE));
    }

    List<FieldProblem> problems() {
        return List.copyOf(problems);
    }
}
