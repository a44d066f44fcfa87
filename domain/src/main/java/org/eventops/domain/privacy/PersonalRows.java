package org.eventops.domain.privacy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;
import org.eventops.domain.event.EventId;

/**
 * What the store keeps of people, across all events. Every method is called inside a transaction;
 * what is written is an ordinary change, which other consoles get like any other.
 */
public interface PersonalRows {
    /** What a file brings is of somebody erased if this stands among an event's digests. */
    String EVERYBODY = "*";

    /** Every ticket, and every order that has none; built for 200,000 of them. */
    @Needs(value = Permission.KEEP_PRIVACY, wide = true)
    void traces(Consumer<Trace> each);

    /** People, staff of events and sponsors. */
    @Needs(value = Permission.KEEP_PRIVACY, wide = true)
    List<NamedPerson> named();

    /** Names under which anything was ever done here. */
    @Needs(value = Permission.KEEP_PRIVACY, wide = true)
    Set<String> operators();

    /**
     * Rows of a part, oldest first.
     *
     * @param keys what {@link Part#by()} may be, UUIDs or texts; empty for all rows of the part
     */
    @Needs(value = Permission.KEEP_PRIVACY, wide = true)
    List<PersonalRow> rows(Part part, Collection<?> keys);

    /** Those of the keys that are events. */
    @Needs(value = Permission.KEEP_PRIVACY, wide = true)
    List<KeptEvent> events(Collection<UUID> keys);

    /**
     * Takes away what these rows say of a person: columns are emptied, those of people and staff
     * deleted; a conflict about it is settled.
     *
     * @param part not one of a person's work, and not {@link Part#CONSENT}
     * @return how many rows said something
     */
    @Needs(value = Permission.KEEP_PRIVACY, wide = true)
    int erase(Part part, Collection<UUID> ids, Instant at, String by);

    /** The consent is withdrawn, and says whose it was only by the digest. */
    @Needs(value = Permission.KEEP_PRIVACY, wide = true)
    void withdraw(UUID consent, String digest, Instant at);

    /** Writes down that somebody was erased, at an event or in the organisation. */
    @Needs(value = Permission.KEEP_PRIVACY, wide = true)
    void remember(EventId event, String digest, Instant at, String by, String reason);

    /** Who was erased at an event. */
    @Needs(value = Permission.KEEP_PRIVACY, wide = true)
    Set<String> digests(EventId event);

    /** Events at which anybody was erased. */
    @Needs(value = Permission.KEEP_PRIVACY, wide = true)
    Set<EventId> withErasures();

    /** Adds a consent, or changes the one for the same subject and purpose at this event. */
    @Needs(value = Permission.KEEP_PRIVACY, wide = true)
    void consent(EventId event, Consent consent);

    /** For how many days after an event its attendees are kept; empty if nothing is laid down. */
    @Needs(value = Permission.KEEP_PRIVACY, wide = true)
    Optional<Integer> retention();

    /**
     * @param days empty to keep them until somebody says otherwise
     */
    @Needs(value = Permission.KEEP_PRIVACY, wide = true)
    void retention(Optional<Integer> days);

    /**
     * Events that ended before, with tickets, orders or consents that still say who; oldest first.
     */
    @Needs(value = Permission.KEEP_PRIVACY, wide = true)
    List<DueEvent> endedBefore(Instant when);

    /** Tickets of an event that still say something of a person. */
    @Needs(value = Permission.KEEP_PRIVACY, wide = true)
    List<UUID> tickets(EventId event, int atMost);

    /** Orders of an event that still say something of a person. */
    @Needs(value = Permission.KEEP_PRIVACY, wide = true)
    List<UUID> orders(EventId event, int atMost);
}
