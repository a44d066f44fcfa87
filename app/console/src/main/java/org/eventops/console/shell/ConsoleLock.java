package org.eventops.console.shell;

import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.util.Duration;
import org.eventops.console.services.ConsoleFacts;
import org.jspecify.annotations.Nullable;

/**
 * Shuts the window until somebody comes with a password: when asked, when nobody touches it for a
 * while, and when the computer's lid was shut or it slept. A kiosk has a lock of its own and is
 * left alone, but for those. Only a store that has passwords can be shut.
 */
public final class ConsoleLock {
    private static final int LOOK_SECONDS = 5;

    /** Several looks: a machine under load misses one. */
    private static final java.time.Duration AWAKE = java.time.Duration.ofSeconds(15);

    private final Kiosk kiosk;
    private final ConsoleFacts facts;
    private final SleepWatch sleep;
    private final IdleWatch idle = new IdleWatch();
    private final BooleanProperty possible = new SimpleBooleanProperty(false);
    private final Timeline looks;
    private @Nullable Node curtain;
    private Runnable whenShut = () -> {};
    private Runnable setUp = () -> {};

    public ConsoleLock(Kiosk kiosk, ConsoleFacts facts) {
        this.kiosk = kiosk;
        this.facts = facts;
        this.sleep = new SleepWatch(AWAKE, facts.clock().instant());
        this.looks = new Timeline(new KeyFrame(Duration.seconds(LOOK_SECONDS), event -> look()));
        looks.setCycleCount(Animation.INDEFINITE);
        looks.play();
        idle.onIdle(this::shutUnlessKiosk);
        kiosk.idle().alsoTell(idle);
    }

    /**
     * @param node what stands over the window while it is shut
     * @param shown is run each time it falls
     */
    public void curtain(Node node, Runnable shown) {
        curtain = node;
        whenShut = shown;
    }

    /**
     * @param action what is offered as long as there are no passwords
     */
    public void onSetUp(Runnable action) {
        setUp = action;
    }

    /** Whether people have passwords here. */
    public BooleanProperty possibleProperty() {
        return possible;
    }

    /** Shuts it now; without passwords, leads to where they are given. */
    public void shutOrSetUp() {
        if (possible.get()) {
            shut();
        } else if (!kiosk.isBound()) {
            setUp.run();
        }
    }

    private void shutUnlessKiosk() {
        if (!kiosk.onProperty().get()) {
            shut();
        }
    }

    /** Shuts it now, if there are passwords. */
    public void shut() {
        Node over = curtain;
        if (possible.get() && over != null && !isShut()) {
            kiosk.lockProperty().set(Optional.of(over));
            whenShut.run();
        }
    }

    public boolean isShut() {
        return kiosk.lockProperty().get().isPresent();
    }

    /** Somebody has come. */
    public void open() {
        kiosk.lockProperty().set(Optional.empty());
    }

    /**
     * @param minutes without a touch after which it shuts; 0 for never
     */
    public void afterMinutes(int minutes) {
        idle.after(minutes == 0 ? Duration.INDEFINITE : Duration.minutes(minutes));
    }

    private void look() {
        if (sleep.left(facts.clock().instant(), facts.lidShut().getAsBoolean())) {
            shut();
        }
    }

    public void close() {
        looks.stop();
        idle.after(Duration.INDEFINITE);
    }
}
