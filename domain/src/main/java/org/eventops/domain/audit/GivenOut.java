package org.eventops.domain.audit;

import java.util.List;
import java.util.Optional;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRepository;

/** Notes what left this console as a file. */
public final class GivenOut {
    private final Transactions transactions;
    private final EventRepository events;
    private final AuditLog audit;

    public GivenOut(Transactions transactions, EventRepository events, AuditLog audit) {
        this.transactions = transactions;
        this.events = events;
        this.audit = audit;
    }

    /**
     * @param slug of the event it tells of
     * @param document what it is, such as {@code attendees CSV}
     */
    public void note(String slug, String document) {
        transactions.write(
                () -> {
                    Optional<EventId> event = events.id(slug);
                    String details = AuditDetails.of("document", List.of(document));
                    event.ifPresent(id -> audit.note(Deed.GIVEN_OUT, id.value(), details));
                    return event;
                });
    }
}
