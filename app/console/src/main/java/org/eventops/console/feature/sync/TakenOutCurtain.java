package org.eventops.console.feature.sync;

import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.eventops.console.services.ConsoleFacts;
import org.eventops.console.shell.Kiosk;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.SyncFeed;
import org.eventops.domain.sync.SyncStatus.State;

/**
 * Covers the whole window of a console that an administrator has taken out: what happened, what is
 * kept, and the way back in with a new enrolment. Nothing else works.
 */
public final class TakenOutCurtain {
    private final StateCard state;
    private final ScrollPane root;

    public TakenOutCurtain(
            Language language, SyncFeed feed, ConsoleFacts facts, ConnectViewModel connect) {
        this.state = new StateCard(language, feed, facts);
        VBox page = new VBox(state.node(), new ConnectCard(language, connect).node());
        page.getStyleClass().addAll("page", "taken-out");
        this.root = new ScrollPane(page);
        root.setId("taken-out");
        root.setFitToWidth(true);
        root.getStyleClass().addAll("bare", "taken-out");
    }

    /** Falls as soon as the console is locked, and rises when it was let in again. */
    public void over(Kiosk kiosk, SyncFeed feed) {
        feed.standingProperty()
                .addListener((property, before, now) -> draw(kiosk, now.status().state()));
        draw(kiosk, feed.status().state());
    }

    private void draw(Kiosk kiosk, State now) {
        boolean locked = now == State.LOCKED;
        if (locked == kiosk.shutProperty().get().isPresent()) {
            return;
        }
        if (locked) {
            state.start();
        } else {
            state.stop();
        }
        kiosk.shutProperty().set(locked ? Optional.of(root) : Optional.empty());
    }
}
