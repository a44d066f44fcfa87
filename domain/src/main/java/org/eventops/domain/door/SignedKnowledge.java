package org.eventops.domain.door;

import java.util.List;
import org.eventops.domain.door.Knowledge.OtherEvent;
import org.eventops.domain.ticketing.SigningKey;
import org.eventops.domain.ticketing.signed.SignedCode;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a code that says it is signed with the key of an event of this console.
 *
 * @param key the one it names
 * @param owner the key's event, where that is not the door's
 * @param known the ticket it names, where the door's event has it
 * @param scans the counted scans of that ticket on this list, in the order of recording, also where
 *     the ticket itself has not come yet
 */
public record SignedKnowledge(
        SignedCode code,
        SigningKey key,
        @Nullable OtherEvent owner,
        @Nullable TicketFacts known,
        List<Scan> scans) {
    public SignedKnowledge {
        scans = List.copyOf(scans);
    }
}
