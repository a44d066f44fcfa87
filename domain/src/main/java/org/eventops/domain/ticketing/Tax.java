package org.eventops.domain.ticketing;

import java.math.BigDecimal;

/**
 * @param rate percent, exact, such as 19
 * @param included whether prices hold the tax already
 */
public record Tax(String name, BigDecimal rate, boolean included) {}
