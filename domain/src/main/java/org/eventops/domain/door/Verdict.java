package org.eventops.domain.door;

/** What the door says; the contract of check-in. */
public enum Verdict {
    ADMITTED(Tone.GREEN),
    EXITED(Tone.GREEN),
    ALREADY_IN(Tone.AMBER),
    ANSWERS_REQUIRED(Tone.AMBER),
    UNPAID(Tone.RED),
    UNAPPROVED(Tone.RED),
    CANCELED(Tone.RED),
    BLOCKED(Tone.RED),
    REVOKED(Tone.RED),
    NOT_YET_VALID(Tone.RED),
    EXPIRED(Tone.RED),
    WRONG_PRODUCT(Tone.RED),
    WRONG_DATE(Tone.RED),
    WRONG_EVENT(Tone.RED),
    RULE_REFUSED(Tone.RED),
    AMBIGUOUS(Tone.AMBER),
    UNKNOWN_TICKET(Tone.RED),
    BAD_SIGNATURE(Tone.RED),
    ERROR(Tone.RED);

    /** How it is shown and sounds. */
    public enum Tone {
        GREEN,
        AMBER,
        RED
    }

    private final Tone tone;

    Verdict(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** Whether the scan let somebody in or out, and so counts for what comes later. */
    public boolean counts() {
        return this == ADMITTED || this == EXITED;
    }
}
