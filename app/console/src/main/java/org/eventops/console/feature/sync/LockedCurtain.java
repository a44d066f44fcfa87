package org.eventops.console.feature.sync;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.shell.Kiosk;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.SyncFeed;
import org.eventops.console.ui.Presence;
import org.eventops.domain.sync.SyncStatus.State;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * Covers the whole window of a console that an administrator has taken out, or that was without its
 * hub for too long: what happened, what is kept, and the way back. Nothing else works.
 */
public final class LockedCurtain {
    private final StateCard state;
    private final Node enrolment;
    private final Button again = new Button();
    private final ScrollPane root;

    public LockedCurtain(
            Language language, SyncFeed feed, ConsoleServices services, ConnectViewModel connect) {
        this.state = new StateCard(language, feed, services.facts());
        this.enrolment = ConnectCard.again(language, connect).node();
        again.setId("locked-again");
        again.textProperty().bind(language.of("sync.away.again"));
        again.setMnemonicParsing(true);
        again.setGraphic(new FontIcon(Material2MZ.SYNC));
        again.getStyleClass().add("accent");
        again.setOnAction(event -> services.sync().control().now());
        VBox page = new VBox(state.node(), again, enrolment);
        page.getStyleClass().addAll("page", "taken-out");
        this.root = new ScrollPane(page);
        root.setId("taken-out");
        root.setFitToWidth(true);
        root.getStyleClass().addAll("bare", "taken-out");
    }

    /** Falls as soon as the console is locked, and rises when it is no longer. */
    public void over(Kiosk kiosk, SyncFeed feed) {
        feed.standingProperty()
                .addListener((property, before, now) -> draw(kiosk, now.status().state()));
        draw(kiosk, feed.status().state());
    }

    private void draw(Kiosk kiosk, State now) {
        boolean locked = now.isLocked();
        Presence.set(enrolment, now == State.LOCKED);
        Presence.set(again, now == State.AWAY);
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
