package org.eventops.launcher.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Scans by keystrokes, and verdicts that come from elsewhere, seen from the drawing thread. A
 * verdict counts as drawn at the beginning of the frame after the one in which it was laid out, so
 * that what is told is too much by up to one frame (17 ms), never too little.
 */
final class DrawnScans {
    private final Scene scene;
    private final Label name;
    private final List<Double> frames = new ArrayList<>();
    private final AnimationTimer timer;
    private int awaited;
    private boolean laidOut;
    private long lastFrame;
    private long drawn;
    private FutureTask<Long> running = new FutureTask<>(() -> 0L);

    DrawnScans(Scene scene) {
        this.scene = scene;
        this.name = (Label) scene.getRoot().lookup(".verdict-name");
        running.run();
        name.textProperty()
                .addListener(
                        (property, before, now) -> {
                            if (!now.isEmpty()) {
                                awaited--;
                            }
                        });
        timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        frame();
                    }
                };
        timer.start();
    }

    /** Ends with the nanosecond at which so many more verdicts have been drawn. */
    FutureTask<Long> verdicts(int count) {
        awaited = count;
        laidOut = false;
        running = new FutureTask<>(() -> drawn);
        return running;
    }

    /** A burst of keys, as a scanner types them. */
    void type(String code) {
        code.chars().forEach(c -> key((char) c));
        key('\r');
    }

    private void frame() {
        long now = System.nanoTime();
        if (lastFrame > 0) {
            frames.add((now - lastFrame) / 1e6);
        }
        lastFrame = now;
        if (running.isDone() || awaited > 0) {
            return;
        }
        if (laidOut) {
            drawn = now;
            running.run();
        }
        // Laid out in this frame, it has been drawn when the next begins.
        laidOut = true;
    }

    private void key(char character) {
        KeyCode code = character == '\r' ? KeyCode.ENTER : KeyCode.UNDEFINED;
        fire(KeyEvent.KEY_PRESSED, "", code);
        fire(KeyEvent.KEY_TYPED, String.valueOf(character), KeyCode.UNDEFINED);
        fire(KeyEvent.KEY_RELEASED, "", code);
    }

    private void fire(EventType<KeyEvent> type, String character, KeyCode code) {
        Event.fireEvent(
                scene.getFocusOwner() == null ? scene : scene.getFocusOwner(),
                new KeyEvent(type, character, "", code, false, false, false, false));
    }

    void forgetFrames() {
        frames.clear();
    }

    /** Milliseconds from each frame to the next: one that is long is a drawing thread held up. */
    Samples frames() {
        return new Samples(frames.stream().mapToDouble(Double::doubleValue).toArray());
    }

    void stop() {
        timer.stop();
    }
}
