package org.eventops.domain.door;

import java.time.Instant;
import java.util.UUID;
import org.eventops.domain.access.OfEvent;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * One scan as it is kept: append-only, also when it was refused.
 *
 * @param ticket absent for a code that no ticket of this console has
 * @param code the cleaned code as read, at most {@link #CODE_LIMIT} characters of it
 * @param override the supervisor's reason, where a refusal was passed over
 */
public record Scan(
        ScanId id,
        EventId event,
        ListId list,
        @Nullable TicketId ticket,
        String code,
        ScanKind kind,
        Verdict verdict,
        Instant at,
        @Nullable String gate,
        @Nullable String device,
        @Nullable String operator,
        @Nullable String override,
        @Nullable Undo undone)
        implements OfEvent {
    /** Longer codes are kept cut: nobody's ticket is longer, and a flood must not fill the disk. */
    public static final int CODE_LIMIT = 512;

    public boolean counts() {
        return verdict.counts() && undone == null;
    }

    /** The same scan, taken back. */
    public Scan takenBack(Undo undo) {
        return new Scan(
                id, event, list, ticket, code, kind, verdict, at, gate, device, operator, override,
                undo);
    }

    @Override
    public UUID ofEvent() {
        return event.value();
    }
}
