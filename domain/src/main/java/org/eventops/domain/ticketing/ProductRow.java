package org.eventops.domain.ticketing;

/** A product with what was sold of it and how many of those came in. */
public record ProductRow(Product product, int sold, int entered) {}
