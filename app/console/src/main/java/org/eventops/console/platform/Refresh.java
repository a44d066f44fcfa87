package org.eventops.console.platform;

import java.util.function.Supplier;

/** Asks the store again, once more at most while an answer is under way. Any thread may ask. */
public final class Refresh {
    private final Supplier<? extends Job<?>> question;
    private boolean running;
    private boolean again;

    public Refresh(Supplier<? extends Job<?>> question) {
        this.question = question;
    }

    public void request() {
        synchronized (this) {
            if (running) {
                again = true;
                return;
            }
            running = true;
        }
        question.get().onEnd(this::ended).start();
    }

    private void ended() {
        boolean more;
        synchronized (this) {
            running = false;
            more = again;
            again = false;
        }
        if (more) {
            request();
        }
    }
}
