package org.eventops.domain.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eventops.domain.ticketing.Question;
import org.eventops.domain.ticketing.QuestionType;
import org.eventops.domain.ticketing.Ticket;

/**
 * The questions of one ticket at the door, after the answers that came with the scan.
 *
 * @param accepted answers to keep, as they are written down
 * @param open asked at the door and not answered yet, and every one whose answer was not taken
 */
record AnswerSheet(SortedMap<String, String> accepted, List<OpenQuestion> open) {

    static AnswerSheet of(List<Question> questions, Ticket ticket, Map<String, String> given) {
        SortedMap<String, String> accepted = new TreeMap<>();
        List<OpenQuestion> open = new ArrayList<>();
        for (Question question : questions) {
            if (question.asks(ticket.product())) {
                String answer = given.getOrDefault(question.key(), "").strip();
                take(question, ticket, answer, accepted, open);
            }
        }
        new TreeMap<>(given)
                .forEach((key, answer) -> strange(questions, ticket, key, answer, open));
        return new AnswerSheet(accepted, List.copyOf(open));
    }

    private static void take(
            Question question,
            Ticket ticket,
            String answer,
            SortedMap<String, String> accepted,
            List<OpenQuestion> open) {
        if (answer.isEmpty()) {
            boolean answered = !ticket.answers().getOrDefault(question.key(), "").isBlank();
            if (question.askAtCheckin() && !answered) {
                open.add(new OpenQuestion(question, question.required(), null, null));
            }
            return;
        }
        switch (AnswerFormat.check(question, answer)) {
            case AnswerFormat.Checked.Good good -> accepted.put(question.key(), good.text());
            case AnswerFormat.Checked.Bad bad ->
                    open.add(
                            new OpenQuestion(question, question.required(), answer, bad.problem()));
        }
    }

    private static void strange(
            List<Question> questions,
            Ticket ticket,
            String key,
            String answer,
            List<OpenQuestion> open) {
        boolean asked =
                questions.stream().anyMatch(q -> q.key().equals(key) && q.asks(ticket.product()));
        if (!asked && !answer.isBlank()) {
            Question nobodys =
                    new Question(key, key, QuestionType.TEXT, false, true, List.of(), List.of());
            open.add(new OpenQuestion(nobodys, false, answer, AnswerProblem.NOT_ASKED));
        }
    }

    /** Whether nobody goes in yet: something required is open, or an answer was not taken. */
    boolean holdsBack() {
        return open.stream().anyMatch(each -> each.required() || each.problem() != null);
    }

    Reason missing() {
        long invalid = open.stream().filter(each -> each.problem() != null).count();
        long required =
                open.stream().filter(each -> each.required() && each.problem() == null).count();
        return new Reason.AnswersMissing((int) required, (int) invalid);
    }
}
