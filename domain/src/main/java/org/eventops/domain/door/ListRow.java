package org.eventops.domain.door;

/** A check-in list with its stable id, as chosen and edited. */
public record ListRow(ListId id, CheckinList list) {}
