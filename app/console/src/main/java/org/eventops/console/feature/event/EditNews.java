package org.eventops.console.feature.event;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.ui.FormPanel;
import org.eventops.domain.ticketing.EditOutcome;
import org.eventops.domain.ticketing.FieldProblem;

/** Tells what became of an edit: at its fields, or at the bottom with a way back. */
record EditNews(ScreenContext context) {
    <T> void tell(EditOutcome<T> outcome, FormPanel form, Predicate<EditOutcome.Saved<T>> undo) {
        switch (outcome) {
            case EditOutcome.Saved<T> saved -> {
                form.problems(Map.of());
                saved(() -> undo.test(saved));
            }
            case EditOutcome.Refused<T> refused -> form.problems(sentences(refused.problems()));
            case EditOutcome.Gone<T> gone ->
                    context.notices().tell(context.language().get("ticketing.gone"));
        }
    }

    /** Something new: there is nothing before it to go back to. */
    <T> void added(EditOutcome<T> outcome, FormPanel form) {
        switch (outcome) {
            case EditOutcome.Saved<T> saved -> {
                form.problems(Map.of());
                context.notices().tell(context.language().get("ticketing.saved"));
            }
            case EditOutcome.Refused<T> refused -> form.problems(sentences(refused.problems()));
            case EditOutcome.Gone<T> gone ->
                    context.notices().tell(context.language().get("ticketing.gone"));
        }
    }

    /**
     * @param undo takes the edit back; false if somebody has changed the same since
     */
    void saved(Supplier<Boolean> undo) {
        context.notices()
                .tellWithUndo(context.language().get("ticketing.saved"), () -> takeBack(undo));
    }

    private void takeBack(Supplier<Boolean> undo) {
        context.tasks()
                .write(undo)
                .onSuccess(
                        done ->
                                context.notices()
                                        .tell(
                                                context.language()
                                                        .get(
                                                                done
                                                                        ? "ticketing.undone"
                                                                        : "ticketing.changedSince")))
                .start();
    }

    private Map<String, String> sentences(List<FieldProblem> problems) {
        return problems.stream()
                .collect(
                        Collectors.toMap(
                                FieldProblem::field,
                                each ->
                                        context.language()
                                                .get("ticketing.problem." + each.kind().name()),
                                (first, second) -> first));
    }
}
