package org.eventops.domain.door;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eventops.domain.text.EmailAddress;
import org.eventops.domain.ticketing.Question;

/** Whether an answer looks as its question wants it, and how it is then written down. */
final class AnswerFormat {
    static final int LONGEST = 2_000;

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}([.,]\\d{1,30})?");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{5,40}");
    private static final int PHONE_DIGITS = 5;
    private static final Set<String> YES = Set.of("true", "yes", "sí", "si");
    private static final Set<String> NO = Set.of("false", "no");

    private AnswerFormat() {}

    /** An answer as it is kept, or why it is not. */
    sealed interface Checked {
        record Good(String text) implements Checked {}

        record Bad(AnswerProblem problem) implements Checked {}
    }

    /**
     * @param given stripped, not empty
     */
    static Checked check(Question question, String given) {
        if (given.length() > LONGEST || !CanonicalText.isCanonical(given)) {
            return new Checked.Bad(AnswerProblem.NOT_PLAIN_TEXT);
        }
        return switch (question.type()) {
            case TEXT -> new Checked.Good(given);
            case NUMBER -> matching(NUMBER, given.replace(',', '.'), AnswerProblem.NOT_A_NUMBER);
            case BOOLEAN -> truth(given.toLowerCase(Locale.ROOT));
            case CHOICE -> choice(question, given);
            case MULTI -> several(question, given);
            case DATE -> date(given);
            case TIME -> time(given);
            case EMAIL -> matching(EmailAddress.FORM, given, AnswerProblem.NOT_AN_EMAIL);
            case PHONE -> phone(given);
        };
    }

    private static Checked matching(Pattern pattern, String given, AnswerProblem problem) {
        return pattern.matcher(given).matches()
                ? new Checked.Good(given)
                : new Checked.Bad(problem);
    }

    private static Checked truth(String given) {
        if (YES.contains(given)) {
            return new Checked.Good("true");
        }
        return NO.contains(given)
                ? new Checked.Good("false")
                : new Checked.Bad(AnswerProblem.NOT_TRUE_OR_FALSE);
    }

    private static Checked choice(Question question, String given) {
        return question.choices().contains(given)
                ? new Checked.Good(given)
                : new Checked.Bad(AnswerProblem.NOT_A_CHOICE);
    }

    /**
     * Choices separated by commas; a choice may hold commas itself, so the longest fit is taken.
     */
    private static Checked several(Question question, String given) {
        List<String> chosen = new ArrayList<>();
        String rest = given;
        while (!rest.isEmpty()) {
            String left = rest;
            Optional<String> next =
                    question.choices().stream()
                            .filter(choice -> !choice.isEmpty() && starts(left, choice))
                            .max(Comparator.comparingInt(String::length));
            if (next.isEmpty()) {
                return new Checked.Bad(AnswerProblem.NOT_A_CHOICE);
            }
            chosen.add(next.get());
            rest = left.substring(next.get().length()).replaceFirst("^\\s*,\\s*", "").strip();
        }
        return new Checked.Good(String.join(", ", chosen.stream().distinct().toList()));
    }

    private static boolean starts(String text, String choice) {
        String after = text.startsWith(choice) ? text.substring(choice.length()).strip() : "?";
        return after.isEmpty() || after.startsWith(",");
    }

    private static Checked date(String given) {
        try {
            return new Checked.Good(LocalDate.parse(given).toString());
        } catch (DateTimeException e) {
            return new Checked.Bad(AnswerProblem.NOT_A_DATE);
        }
    }

    private static Checked time(String given) {
        try {
            return new Checked.Good(LocalTime.parse(given).toString());
        } catch (DateTimeException e) {
            return new Checked.Bad(AnswerProblem.NOT_A_TIME);
        }
    }

    private static Checked phone(String given) {
        long digits = given.chars().filter(c -> c >= '0' && c <= '9').count();
        return digits < PHONE_DIGITS
                ? new Checked.Bad(AnswerProblem.NOT_A_PHONE)
                : matching(PHONE, given, AnswerProblem.NOT_A_PHONE);
    }
}
