package org.eventops.console.shell;

import javafx.animation.PauseTransition;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.InputEvent;
import javafx.util.Duration;

/** Notices that nobody has touched the window for a while. On the drawing thread. */
public final class IdleWatch {
    private final PauseTransition pause = new PauseTransition(Duration.INDEFINITE);
    private Runnable then = () -> {};
    private Runnable others = () -> {};

    /** Every key, click and touch on the node counts as work. */
    void over(Node node) {
        node.addEventFilter(InputEvent.ANY, (Event event) -> touch());
        pause.setOnFinished(event -> then.run());
    }

    /** A scan is work as well, though no hand moves. */
    public void touch() {
        others.run();
        if (!pause.getDuration().isIndefinite()) {
            pause.playFromStart();
        }
    }

    /** What counts as work here counts as work there. */
    void alsoTell(IdleWatch other) {
        others = other::touch;
    }

    /**
     * @param action once nobody has touched the window for so long
     */
    public void onIdle(Runnable action) {
        then = action;
    }

    /**
     * @param time without a touch; {@link Duration#INDEFINITE} for never
     */
    public void after(Duration time) {
        pause.stop();
        pause.setDuration(time);
        touch();
    }
}
