package org.eventops.domain.door;

import org.eventops.domain.ticketing.Question;
import org.jspecify.annotations.Nullable;

/**
 * A question the door may ask now.
 *
 * @param required whether nobody goes in before it is answered
 * @param given the answer that was not taken
 * @param problem why it was not taken
 */
public record OpenQuestion(
        Question question,
        boolean required,
        @Nullable String given,
        @Nullable AnswerProblem problem) {}
