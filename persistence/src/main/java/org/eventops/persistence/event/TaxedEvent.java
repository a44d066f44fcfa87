package org.eventops.persistence.event;

import org.eventops.domain.event.Event;
import org.eventops.domain.ticketing.Tax;
import org.jspecify.annotations.Nullable;

/** An event with the tax on its prices: one row. */
public record TaxedEvent(Event event, @Nullable Tax tax) {}
