package org.eventops.console.feature.sync;

import java.util.List;
import org.eventops.console.shell.Notices;

/** Keeps the news that people would have read. */
record Told(List<String> told) implements Notices {
    @Override
    public void tell(String sentence) {
        told.add(sentence);
    }

    @Override
    public void tellWith(String sentence, String action, Runnable then) {
        told.add(sentence);
    }

    @Override
    public void tellWithUndo(String sentence, Runnable undo) {
        told.add(sentence);
    }
}
