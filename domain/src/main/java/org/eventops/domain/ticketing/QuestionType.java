package org.eventops.domain.ticketing;

/** What an answer has to look like. */
public enum QuestionType {
    TEXT,
    NUMBER,
    BOOLEAN,
    CHOICE,
    MULTI,
    DATE,
    TIME,
    EMAIL,
    PHONE
}
