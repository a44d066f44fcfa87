package org.eventops.console.services;

import org.eventops.domain.event.EventRepository;
import org.eventops.domain.ticketing.TicketingRepository;

/** Events and what is sold of them. */
public record EventServices(EventRepository events, TicketingRepository ticketing) {}
