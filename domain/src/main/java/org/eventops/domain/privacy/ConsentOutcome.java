package org.eventops.domain.privacy;

/** What came of writing down a consent. */
public sealed interface ConsentOutcome {
    record Saved(Consent consent) implements ConsentOutcome {}

    enum Problem implements ConsentOutcome {
        /** A consent is somebody's who can be written to: an e-mail address or a phone number. */
        NO_CONTACT,
        NO_EVENT,
        /** Empty, too long, or not made of letters, digits, dots, dashes and underscores. */
        PURPOSE_WRONG,
        /** Longer than is kept of it. */
        TOO_LONG
    }
}
