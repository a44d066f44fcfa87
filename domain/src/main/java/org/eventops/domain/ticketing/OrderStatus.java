package org.eventops.domain.ticketing;

/** Where the money of an order is. */
public enum OrderStatus {
    PENDING,
    PAID,
    EXPIRED,
    CANCELED,
    REFUNDED
}
