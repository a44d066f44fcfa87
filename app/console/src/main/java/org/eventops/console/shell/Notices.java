package org.eventops.console.shell;

/** Short news at the bottom of the window that go away by themselves. */
public interface Notices {
    void tell(String sentence);

    /** News with a way back; {@code undo} runs once, on the drawing thread. */
    void tellWithUndo(String sentence, Runnable undo);
}
