package org.eventops.domain.ticketing;

import org.eventops.domain.money.Money;

/**
 * An order as a list shows it.
 *
 * @param tickets how many tickets it has, cancelled ones too
 * @param total sum of its tickets that are not cancelled
 */
public record OrderRow(Order order, int tickets, Money total) {}
