package org.eventops.console.platform;

import java.util.function.Supplier;

/**
 * All work that is not drawing. Reads run side by side, writes one after the other, urgent ones in
 * a row of their own; results come back on the drawing thread.
 */
public interface TaskRunner extends AutoCloseable {
    <T> Job<T> read(Work<T> work);

    <T> Job<T> write(Work<T> work);

    /** A write that must not stand behind the others: what people wait for at the door. */
    <T> Job<T> urgent(Work<T> work);

    /**
     * Work that takes long, such as an import or a backup; the others do not stand behind it, and
     * have the processors first.
     */
    <T> Job<T> bulk(Work<T> work);

    /**
     * Work that goes on for as long as a device is in use, on a thread of its own. It looks whether
     * it is still wanted; nobody waits for its end.
     */
    <T> Job<T> device(Work<T> work);

    default <T> Job<T> read(Supplier<T> work) {
        return read(progress -> work.get());
    }

    default <T> Job<T> write(Supplier<T> work) {
        return write(progress -> work.get());
    }

    default <T> Job<T> urgent(Supplier<T> work) {
        return urgent(progress -> work.get());
    }

    /** Runs on the drawing thread, once, as soon as nothing is under way. */
    void whenIdle(Runnable then);

    /** Waits for writes under way; begins nothing new. */
    @Override
    void close();
}
