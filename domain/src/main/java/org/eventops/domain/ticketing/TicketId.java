package org.eventops.domain.ticketing;

import java.util.UUID;

/** Stays when the code is issued anew or the name changes. */
public record TicketId(UUID value) {}
