package org.eventops.domain.door;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.door.rule.RuleProblem;
import org.eventops.domain.door.rule.RuleSentence;
import org.eventops.domain.ticketing.OrderStatus;
import org.jspecify.annotations.Nullable;

/** Why the door says what it says, with all that the sentence needs. Times are in event zone. */
public sealed interface Reason {
    /** Nothing stands in the way. */
    record Welcome() implements Reason {}

    /** The signature is good; the order itself has not come to this console yet. */
    record WelcomeBySignature() implements Reason {}

    /** Goes out. */
    record Goodbye() implements Reason {}

    /** Nothing was read. */
    record EmptyCode() implements Reason {}

    record UnknownCode() implements Reason {}

    record CodeRevoked() implements Reason {}

    /** Signed with a key that is in use no longer. */
    record KeyRetired() implements Reason {}

    /** It names a key of a known event, but is not what that key has signed. */
    record Altered() implements Reason {}

    record OfOtherEvent(List<Knowledge.OtherEvent> events) implements Reason {}

    /** Several tickets match; they are the decision's candidates. */
    record SeveralMatch(int tickets) implements Reason {}

    record TicketCanceled() implements Reason {}

    /**
     * @param status canceled or refunded
     */
    record OrderCanceled(String order, OrderStatus status) implements Reason {}

    record TicketBlocked() implements Reason {}

    record NotApproved(String order) implements Reason {}

    record ValidFrom(ZonedDateTime from) implements Reason {}

    record ValidUntil(ZonedDateTime until) implements Reason {}

    /**
     * @param product its name
     * @param lists names of the lists it is on
     */
    record ProductNotOnList(String product, List<String> lists) implements Reason {}

    /**
     * @param ticket start of the ticket's date, in the event's zone; absent when it has none
     * @param list start of the list's date
     */
    record OtherDate(@Nullable LocalDateTime ticket, @Nullable LocalDateTime list)
            implements Reason {}

    /**
     * @param status pending or expired
     */
    record NotPaid(String order, OrderStatus status) implements Reason {}

    /**
     * @param gate name of this gate
     * @param gates names of the gates the list is for
     */
    record OtherGate(String gate, List<String> gates) implements Reason {}

    /**
     * @param clause the part of the rule that is not fulfilled
     */
    record RuleNotMet(RuleSentence clause) implements Reason {}

    record RuleBroken(List<RuleProblem> problems) implements Reason {}

    record HasEntered(FirstEntry first) implements Reason {}

    /**
     * @param open required ones without an answer
     * @param invalid answers that were not taken
     */
    record AnswersMissing(int open, int invalid) implements Reason {}

    /** The list was deleted or renamed while the door was open. */
    record NoSuchList(String list) implements Reason {}

    /** The console could not keep the scan. */
    record StoreFailed(StoreException.Problem problem, String detail) implements Reason {}
}
