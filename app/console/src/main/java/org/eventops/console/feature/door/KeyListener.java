package org.eventops.console.feature.door;

import java.util.function.LongSupplier;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.eventops.domain.door.scanner.Heard;
import org.eventops.domain.door.scanner.WedgeRecogniser;

/**
 * Takes every character typed anywhere on the door's screen: a scanner's burst is a scan wherever
 * the focus is, anything else goes to the search, or stays in the field it was typed in.
 */
final class KeyListener {
    private final WedgeRecogniser wedge = new WedgeRecogniser();
    private final PauseTransition pause =
            new PauseTransition(Duration.millis(WedgeRecogniser.PAUSE + 5.0));
    private final DoorViewModel model;
    private final Node screen;
    private final Runnable entered;
    private final LongSupplier millis;
    private String fieldBefore = "";

    /**
     * @param entered a person has pressed Enter in the search
     * @param millis a clock that never goes back
     */
    KeyListener(Node screen, DoorViewModel model, Runnable entered, LongSupplier millis) {
        this.screen = screen;
        this.model = model;
        this.entered = entered;
        this.millis = millis;
        screen.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        pause.setOnFinished(event -> hear(wedge.pause(millis.getAsLong())));
    }

    private void typed(KeyEvent event) {
        boolean command = event.isControlDown() || event.isAltDown() || event.isMetaDown();
        if (command || event.getCharacter().isEmpty()) {
            return;
        }
        boolean elsewhere = inOtherField();
        Heard heard = wedge.key(event.getCharacter().charAt(0), millis.getAsLong());
        pause.playFromStart();
        if (elsewhere) {
            guardField(heard, event);
        } else {
            event.consume();
            hear(heard);
        }
    }

    /** A reason or an answer is being written: its field keeps the keys, unless it is a scan. */
    private void guardField(Heard heard, KeyEvent event) {
        if (screen.getScene().getFocusOwner() instanceof TextInputControl field) {
            if (heard instanceof Heard.Typed && event.getCharacter().length() == 1) {
                fieldBefore = field.getText();
            }
            if (heard instanceof Heard.Scanned scan) {
                event.consume();
                String text = field.getText();
                int kept = Math.max(0, text.length() - scan.code().length());
                field.setText(text.endsWith(scan.code()) ? text.substring(0, kept) : fieldBefore);
                model.scanned(scan.code());
            }
        }
    }

    private boolean inOtherField() {
        return screen.getScene().getFocusOwner() instanceof TextInputControl field
                && !"door-search".equals(field.getId());
    }

    private void hear(Heard heard) {
        var typed = model.search().typedProperty();
        switch (heard) {
            case Heard.Typed key -> typed.set(typed.get() + key.character());
            case Heard.Scanned scan -> {
                model.search().takeBack(scan.typed());
                model.scanned(scan.code());
            }
            case Heard.Entered unused -> entered.run();
            case Heard.Silence unused -> {}
        }
    }
}
