package org.eventops.domain.door;

import java.util.List;

/** What a code turned out to be. */
sealed interface Match {
    /**
     * @param others tickets that the code could as well have meant
     */
    record One(TicketFacts ticket, List<TicketFacts> others) implements Match {
        One(TicketFacts ticket) {
            this(ticket, List.of());
        }
    }

    record Several(List<TicketFacts> tickets) implements Match {}

    record None(Verdict verdict, Reason reason) implements Match {}
}
