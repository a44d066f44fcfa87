package org.eventops.persistence.capture;

/**
 * Marks a thread that writes what came from the hub: its changes are not captured, or they would go
 * back there. H2 makes the trigger objects and calls them on the writing thread, so the mark can
 * only be the thread's.
 */
public final class FromHub {
    private static final ScopedValue<Boolean> WRITING = ScopedValue.newInstance();

    private FromHub() {}

    /** Does the work on this thread; nothing it writes is captured. */
    public static <T, X extends Throwable> T write(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(WRITING, true).call(work);
    }

    static boolean isBound() {
        return WRITING.isBound();
    }
}
