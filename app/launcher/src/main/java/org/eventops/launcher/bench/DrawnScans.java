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
 * Scans by keystrokes on the drawing thread. The clock runs from before the first key of the burst
 * to the beginning of the frame after the one in which the verdict was laid out: by then it has
 * been drawn, so that what is told is too much by up to one frame (17 ms), never too little.
 */
final class DrawnScans {
    private final Scene scene;
    private final Label name;
    private final List<Double> frames = new ArrayList<>();
    private final AnimationTimer timer;
    private String before = "";
    private boolean laidOut;
    private long begun;
    private long lastFrame;
    private double millis;
    private FutureTask<Double> running = new FutureTask<>(() -> 0.0);

    DrawnScans(Scene scene) {
        this.scene = scene;
        this.name = (Label) scene.getRoot().lookup(".verdict-name");
        running.run();
        timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        frame();
                    }
                };
        timer.start();
    }

    /** Ends with the milliseconds that it took. */
    FutureTask<Double> scan(String code) {
        before = name.getText();
        laidOut = false;
        running = new FutureTask<>(() -> millis);
        begun = System.nanoTime();
        code.chars().forEach(c -> key((char) c));
        key('\r');
        return running;
    }

    private void frame() {
        long now = System.nanoTime();
        if (lastFrame > 0) {
            frames.add((now - lastFrame) / 1e6);
        }
        lastFrame = now;
        if (running.isDone()) {
            return;
        }
        if (laidOut) {
            millis = (now - begun) / 1e6;
            running.run();
        } else {
            laidOut = !name.getText().equals(before);
        }
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
