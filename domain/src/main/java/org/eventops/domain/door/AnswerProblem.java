package org.eventops.domain.door;

/** Why an answer given at the door is not taken. */
public enum AnswerProblem {
    /** The event asks no such question, or not of this product. */
    NOT_ASKED,
    NOT_TRUE_OR_FALSE,
    NOT_A_NUMBER,
    NOT_A_CHOICE,
    NOT_A_DATE,
    NOT_A_TIME,
    NOT_AN_EMAIL,
    NOT_A_PHONE,
    /** Longer than is kept, or with characters that cannot be kept. */
    NOT_PLAIN_TEXT
}
