package org.eventops.console.platform;

/** Where failures go that no screen expected. Called on the drawing thread. */
public interface Faults {
    /** How it is told follows from what it is: a state, a refusal, what to do, or a bug's code. */
    void failed(Throwable failure);

    /** The store has answered. */
    void storeAnswered();
}
