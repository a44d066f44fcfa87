package org.eventops.console.feature.sync;

import java.util.List;
import java.util.Locale;
import org.eventops.console.platform.ImmediateTaskRunner;
import org.eventops.console.shell.CurrentEvent;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.Notices;
import org.eventops.console.shell.Permits;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.shell.Screens;
import org.eventops.console.shell.StatusViewModel;
import org.eventops.domain.access.Access;

/** Keeps the news that people would have read. */
record Told(List<String> told) implements Notices {
    /** What a page is given, in English, with work that is done at once. */
    ScreenContext context() {
        StatusViewModel status = new StatusViewModel();
        return new ScreenContext(
                new ImmediateTaskRunner(status),
                status,
                new Language(Locale.ENGLISH),
                new CurrentEvent(),
                this,
                new Screens(),
                new Permits(new Access(), new CurrentEvent()));
    }

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
