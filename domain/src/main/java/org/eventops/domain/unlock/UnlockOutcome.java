package org.eventops.domain.unlock;

import java.time.Instant;

/** What became of trying to open a store. */
public sealed interface UnlockOutcome {
    /**
     * @param name of who it is
     */
    record Opened(String name, StoreKey key) implements UnlockOutcome {}

    /**
     * The password is wrong.
     *
     * @param left tries until one has to wait; 0 when one has to now
     */
    record Wrong(int left) implements UnlockOutcome {}

    /** Too many wrong ones: nothing was looked at. */
    record Wait(Instant until) implements UnlockOutcome {}

    /** The password is right; a code is asked for as well. */
    record CodeNeeded() implements UnlockOutcome {}

    /** The password is right, the code is not, or it was used before. */
    record CodeWrong(int left) implements UnlockOutcome {}

    /** Nobody of this name opens this store. */
    record NoSuchPerson() implements UnlockOutcome {}

    /** It is them, but as what they are in the organisation they do nothing at a console. */
    record NoWork() implements UnlockOutcome {}

    /** Something other than this program has changed who may open the store, or how. */
    record Tampered() implements UnlockOutcome {}
}
