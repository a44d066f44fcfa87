package org.eventops.console.feature.door;

import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.util.Duration;
import org.eventops.console.feature.door.DoorOptions.FullVerdict;
import org.eventops.console.ui.Presence;
import org.eventops.domain.door.CheckinAnswer;
import org.eventops.domain.door.Verdict;

/**
 * Gives a new verdict the whole screen for some seconds, where that is wanted; the next scan takes
 * its place at once, and a key or a touch brings everything else back.
 */
final class WholeScreen {
    static final PseudoClass WHOLE = PseudoClass.getPseudoClass("whole");
    private static final Duration SHOWN = Duration.seconds(4);

    private final BorderPane door;
    private final DoorViewModel model;
    private final PauseTransition over = new PauseTransition(SHOWN);

    WholeScreen(BorderPane door, DoorViewModel model) {
        this.door = door;
        this.model = model;
        over.setOnFinished(event -> show(false));
    }

    void watch(Node root) {
        model.answerProperty()
                .addListener(
                        (property, before, now) -> {
                            back();
                            now.filter(each -> isWanted()).ifPresent(this::show);
                        });
        // After the click, so that no button moves away under it.
        root.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> back());
        // Letters show that somebody searches; a scanner's are taken back and its verdict comes.
        model.search()
                .typedProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!now.isEmpty()) {
                                back();
                            }
                        });
    }

    private boolean isWanted() {
        FullVerdict when = model.options().fullProperty().get();
        return when == FullVerdict.ALWAYS
                || (when == FullVerdict.KIOSK && model.kiosk().onProperty().get());
    }

    /** One that asks something stays until it has its answer. */
    private void show(CheckinAnswer answer) {
        show(true);
        Verdict verdict = answer.decision().verdict();
        if (verdict != Verdict.ANSWERS_REQUIRED && verdict != Verdict.AMBIGUOUS) {
            over.playFromStart();
        }
    }

    private void back() {
        over.stop();
        show(false);
    }

    private void show(boolean whole) {
        Stream.of(door.getTop(), door.getRight(), door.getBottom())
                .forEach(each -> Presence.set(each, !whole));
        door.getCenter().pseudoClassStateChanged(WHOLE, whole);
    }
}
