package org.eventops.domain.badge;

/** What an element of a badge shows. */
public enum BadgeContent {
    NAME,
    /** The first word of the name. */
    FIRST_NAME,
    COMPANY,
    PRODUCT,
    ORDER,
    EVENT,
    /** Day of the event, or of the ticket's date in a series, in the event's zone. */
    DATE,
    /** The same words on every badge. */
    TEXT,
    /** The ticket's code as a QR code. */
    CODE,
    /** The layout's picture. */
    LOGO;

    /** Whether it is written, in a size and a weight. */
    public boolean isWritten() {
        return this != CODE && this != LOGO;
    }
}
