package org.eventops.console.shell;

import java.time.Clock;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.eventops.domain.event.EventId;

/** Opens the door when an event is on, else the first screen of the window. */
public final class FirstScreen {
    private final Screens screens;
    private final EventFeed feed;
    private final CurrentEvent current;
    private final Clock clock;

    public FirstScreen(Screens screens, EventFeed feed, CurrentEvent current, Clock clock) {
        this.screens = screens;
        this.feed = feed;
        this.current = current;
        this.clock = clock;
    }

    /** As soon as the events are known; a person who has opened something meanwhile stays there. */
    public void open(String usual, String door) {
        whenLoaded(() -> choose(usual, door));
    }

    /** This screen at once, and its event as soon as it is known. */
    public void open(String screen, EventId event) {
        screens.open(screen);
        whenLoaded(
                () ->
                        feed.rows().stream()
                                .filter(each -> each.id().equals(event))
                                .findFirst()
                                .ifPresent(current::choose));
    }

    private void whenLoaded(Runnable then) {
        ChangeListener<Boolean> once =
                new ChangeListener<>() {
                    @Override
                    public void changed(
                            ObservableValue<? extends Boolean> loaded, Boolean was, Boolean now) {
                        if (now) {
                            feed.loadedProperty().removeListener(this);
                            then.run();
                        }
                    }
                };
        feed.loadedProperty().addListener(once);
        feed.load();
    }

    private void choose(String usual, String door) {
        if (screens.shownProperty().get().isPresent()) {
            return;
        }
        TonightsEvent.of(feed.rows(), clock.instant())
                .ifPresentOrElse(
                        event -> {
                            current.choose(event);
                            screens.open(door);
                        },
                        () -> screens.open(usual));
    }
}
