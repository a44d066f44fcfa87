package org.eventops.domain.change;

import java.util.concurrent.CancellationException;

/** Told how far long work has come; asked whether the person has cancelled it. */
public interface Progress {
    Progress NONE =
            new Progress() {
                @Override
                public void at(long done, long total) {
                    // nobody watches
                }

                @Override
                public boolean cancelled() {
                    return false;
                }
            };

    /**
     * @param total units in all, or -1 when not known
     */
    void at(long done, long total);

    boolean cancelled();

    /**
     * Ends the work here when the person has cancelled it.
     *
     * @throws CancellationException if they have
     */
    default void throwIfCancelled() {
        if (cancelled()) {
            throw new CancellationException();
        }
    }
}
