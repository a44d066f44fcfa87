package org.eventops.domain.people;

import java.time.Instant;

/** What became of typing a PIN. */
public sealed interface PinCheck {
    record Right() implements PinCheck {}

    /**
     * @param left tries until one has to wait; 0 when one has to now
     */
    record Wrong(int left) implements PinCheck {}

    /** Too many wrong ones: nothing was looked at. */
    record Wait(Instant until) implements PinCheck {}

    /** This person has no PIN, so nothing opens with it. */
    record None() implements PinCheck {}
}
