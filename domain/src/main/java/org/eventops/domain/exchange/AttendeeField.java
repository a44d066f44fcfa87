package org.eventops.domain.exchange;

/** What a column of an attendee list can mean. */
public enum AttendeeField {
    ORDER_CODE,
    TICKET_CODE,
    PRODUCT,
    NAME,
    FIRST_NAME,
    LAST_NAME,
    EMAIL,
    PHONE,
    COMPANY,
    STATUS,
    PRICE,
    DATE,
    NOTE,
    PLACED,
    POSITION
}
