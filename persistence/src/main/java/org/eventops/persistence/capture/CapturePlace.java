package org.eventops.persistence.capture;

/** How far what one connection captured has been journalled. Used by that connection alone. */
final class CapturePlace {
    private final int session;
    private long consumed;

    CapturePlace(int session) {
        this.session = session;
    }

    int session() {
        return session;
    }

    long consumed() {
        return consumed;
    }

    void consumed(long seq) {
        consumed = seq;
    }
}
