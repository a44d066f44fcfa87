package org.eventops.console.platform;

/** Work under way. */
@FunctionalInterface
public interface Running {
    Running NOTHING = () -> {};

    /** The result is no longer wanted: it is not delivered; calling it twice does nothing. */
    void cancel();
}
