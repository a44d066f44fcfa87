package org.eventops.console.shell;

/** Short news at the bottom of the window that go away by themselves. */
public interface Notices {
    void tell(String sentence);

    /**
     * News with something to do about it.
     *
     * @param action its name on the button
     * @param then runs once, on the drawing thread
     */
    void tellWith(String sentence, String action, Runnable then);

    /** News with a way back; {@code undo} runs once, on the drawing thread. */
    void tellWithUndo(String sentence, Runnable undo);
}
