package org.eventops.domain.change;

import java.util.function.Consumer;

/**
 * The one feed that tells readers to ask the store again. Called after the commit, never before.
 */
public interface LocalChanges {
    /** The listener is called on the committing thread and must return at once. */
    Subscription listen(Consumer<LocalChange> listener);

    /** Ends a listening; calling it twice does nothing. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
