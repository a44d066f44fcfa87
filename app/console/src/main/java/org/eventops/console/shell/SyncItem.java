package org.eventops.console.shell;

import java.time.Clock;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.eventops.domain.sync.SyncStatus;
import org.eventops.domain.sync.SyncStatus.State;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The exchange in the status bar; a click opens its page. */
public final class SyncItem {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");
    private static final Set<State> WAITING = Set.of(State.UNREACHABLE, State.CONNECTING);

    private final Button button = new Button();
    private final FontIcon icon = new FontIcon(Material2AL.CLOUD_OFF);

    SyncItem(SyncFeed feed, Language language, Clock clock, Runnable open) {
        button.setId("status-sync");
        button.getStyleClass().addAll("status-item", "status-link");
        button.setFocusTraversable(false);
        button.setGraphic(icon);
        button.setOnAction(event -> open.run());
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(language.of("sync.bar.open"));
        button.setTooltip(tip);
        button.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        new SyncWords(language.texts())
                                                .bar(feed.status(), clock.getZone()),
                                feed.standingProperty(),
                                language.textsProperty()));
        feed.standingProperty().addListener((property, before, now) -> colour(now.status()));
        colour(feed.status());
    }

    Node node() {
        return button;
    }

    private void colour(SyncStatus status) {
        boolean bad = status.state().isLocked() || status.conflicts() > 0;
        button.pseudoClassStateChanged(BAD, bad);
        button.pseudoClassStateChanged(WARN, !bad && WAITING.contains(status.state()));
        icon.setIconCode(symbol(status.state()));
    }

    /** The picture of a state, the same wherever it is shown. */
    public static Ikon symbol(State state) {
        return switch (state) {
            case ALONE, OFF -> Material2AL.CLOUD_OFF;
            case CONNECTING, EXCHANGING -> Material2MZ.SYNC;
            case LOADING -> Material2AL.CLOUD_DOWNLOAD;
            case UP_TO_DATE -> Material2AL.CLOUD_DONE;
            case UNREACHABLE -> Material2MZ.SYNC_PROBLEM;
            case AWAY, LOCKED -> Material2AL.LOCK;
        };
    }
}
