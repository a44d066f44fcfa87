package org.eventops.domain.event;

/** What kind of event; written in lower case in files. */
public enum EventType {
    FASHION,
    CORPORATE,
    CULTURAL,
    WEDDING,
    CONCERT,
    CONFERENCE,
    SEMINAR,
    TRADE_SHOW,
    EXHIBITION
}
