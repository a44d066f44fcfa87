package org.eventops.domain.failure;

/** What a person does about a failure; each has a sentence. */
public enum NextStep {
    /** Nothing: the program tries again by itself. */
    WAIT,
    TRY_AGAIN,
    CLOSE_OTHER_CONSOLE,
    ALLOW_WRITING,
    FREE_SPACE,
    /** What is damaged is mended when the program starts. */
    START_AGAIN,
    UNLOCK,
    UPDATE_CONSOLE,
    UPDATE_HUB,
    CHECK_NETWORK,
    CHECK_PRINTER,
    CHOOSE_OTHER_FILE,
    CORRECT_INPUT,
    ASK_ADMINISTRATOR,
    QUOTE_CODE;

    /** The sentence's key. */
    public String key() {
        return "failure.next." + name();
    }
}
