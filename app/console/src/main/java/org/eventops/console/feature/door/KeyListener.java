package org.eventops.console.feature.door;

import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.animation.PauseTransition;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
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
    private final EventHandler<KeyEvent> enter = this::pressed;
    private final EventHandler<KeyEvent> keys = this::typed;

    /**
     * @param entered a person has pressed Enter in the search
     * @param millis a clock that never goes back
     */
    KeyListener(Node screen, DoorViewModel model, Runnable entered, LongSupplier millis) {
        this.screen = screen;
        this.model = model;
        this.entered = entered;
        this.millis = millis;
        pause.setOnFinished(event -> hear(wedge.pause(millis.getAsLong())));
    }

    /** On the whole window: a scanner is heard wherever the focus is, and when nothing has it. */
    void on(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, enter);
        scene.addEventFilter(KeyEvent.KEY_TYPED, keys);
    }

    void off(Scene scene) {
        scene.removeEventFilter(KeyEvent.KEY_PRESSED, enter);
        scene.removeEventFilter(KeyEvent.KEY_TYPED, keys);
    }

    /** Enter and Space must not press whatever has the focus while somebody scans or types. */
    private void pressed(KeyEvent event) {
        boolean acts = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
        if (!acts || event.isControlDown() || event.isAltDown()) {
            return;
        }
        boolean field = screen.getScene().getFocusOwner() instanceof TextInputControl;
        boolean typing = !field && !model.search().typedProperty().get().isEmpty();
        if (typing || wedge.scanning(millis.getAsLong())) {
            event.consume();
        }
    }

    private void typed(KeyEvent event) {
        boolean command = event.isControlDown() || event.isAltDown() || event.isMetaDown();
        if (command || event.getCharacter().isEmpty()) {
            return;
        }
        Heard heard = wedge.key(event.getCharacter().charAt(0), millis.getAsLong());
        pause.playFromStart();
        boolean kept = otherField().isPresent() && !(heard instanceof Heard.Scanned);
        if (!kept) {
            event.consume();
            hear(heard);
        }
    }

    /** A reason or an answer is being written: its field keeps the keys, unless it is a scan. */
    private Optional<TextInputControl> otherField() {
        return screen.getScene().getFocusOwner() instanceof TextInputControl field
                        && !"door-search".equals(field.getId())
                ? Optional.of(field)
                : Optional.empty();
    }

    private void hear(Heard heard) {
        if (model.duty().isLocked() && !(heard instanceof Heard.Scanned)) {
            return;
        }
        var typed = model.search().typedProperty();
        switch (heard) {
            case Heard.Typed key -> typed.set(typed.get() + key.character());
            case Heard.Scanned scan -> scanned(scan);
            case Heard.Entered unused -> entered.run();
            case Heard.Silence unused -> {}
        }
    }

    private void scanned(Heard.Scanned scan) {
        otherField()
                .ifPresentOrElse(
                        field -> takeBack(field, scan.code()),
                        () -> model.search().takeBack(scan.typed()));
        model.scanned(scan.code());
    }

    private static void takeBack(TextInputControl field, String code) {
        String text = field.getText();
        if (text.endsWith(code)) {
            field.setText(text.substring(0, text.length() - code.length()));
        }
    }
}
