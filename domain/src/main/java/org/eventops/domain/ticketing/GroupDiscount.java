package org.eventops.domain.ticketing;

import java.math.BigDecimal;

/**
 * @param from how many of the product in one line earn it
 * @param percentOff exact, such as 15 or 12.5
 */
public record GroupDiscount(int from, BigDecimal percentOff) {}
