package org.eventops.domain.privacy;

import org.eventops.domain.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody asks for.
 *
 * @param person an e-mail address, a phone number, the code of a ticket or an order, or a name
 * @param event only what is kept at this event; absent for all
 */
public record PersonQuery(String person, @Nullable EventId event) {}
