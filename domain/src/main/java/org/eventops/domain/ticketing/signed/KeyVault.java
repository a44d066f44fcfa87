package org.eventops.domain.ticketing.signed;

import java.util.Optional;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;

/**
 * Where this console keeps the private halves of signing keys. They are in no event file and on no
 * console that only checks tickets.
 */
public interface KeyVault {
    /**
     * @param publicKey Base64, as in the event's keys
     * @return Base64; empty where this console may not sign with the key
     * @throws org.eventops.domain.change.StoreException if it cannot be read
     */
    @Needs(Permission.ISSUE_TICKETS)
    Optional<String> privateKey(String publicKey);

    /**
     * Durable on return.
     *
     * @throws org.eventops.domain.change.StoreException if it cannot be written
     */
    @Needs(Permission.CHANGE_KEYS)
    void keep(TicketKeys.Pair pair);
}
