package org.eventops.domain.badge;

/** What became of asking for a badge. */
public sealed interface BadgeRequest {
    /** It is kept that this badge is being printed: print it now, then say how it ended. */
    record Requested(BadgePrint print, BadgeLayout layout, BadgeFace face)
            implements BadgeRequest {}

    /**
     * @param last the newest that was printed
     */
    record AlreadyPrinted(BadgePrint last) implements BadgeRequest {}

    /**
     * A printing was begun and its end is not known: it is under way, or the program was ended in
     * between. Only a person can see whether the badge is there.
     */
    record Unknown(BadgePrint last) implements BadgeRequest {}

    /** There is none, or it is not good any more. */
    record NoSuchTicket() implements BadgeRequest {}
}
