package org.eventops.domain.ticketing;

import java.time.Instant;
import org.eventops.domain.money.Money;

/** A lower price until (and at) an instant. */
public record EarlyBird(Money price, Instant until) {}
