package org.eventops.domain.door;

/** What one policy has against a scan, and what may pass it. */
public record Refusal(Verdict verdict, Reason reason, Pass pass) {
    /** Who may go on all the same. */
    public enum Pass {
        NEVER,
        /** A supervisor, with a reason. */
        OVERRIDE,
        /** Whoever lets a pending order in, where the list takes those. */
        ALLOW_UNPAID
    }

    static Refusal of(Verdict verdict, Reason reason) {
        return new Refusal(verdict, reason, Pass.NEVER);
    }

    static Refusal overridable(Verdict verdict, Reason reason) {
        return new Refusal(verdict, reason, Pass.OVERRIDE);
    }

    boolean passedBy(ScanRequest request) {
        return switch (pass) {
            case NEVER -> false;
            case OVERRIDE -> request.override() != null && !request.override().isBlank();
            case ALLOW_UNPAID -> request.allowUnpaid();
        };
    }
}
