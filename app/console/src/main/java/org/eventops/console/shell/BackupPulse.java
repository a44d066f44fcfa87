package org.eventops.console.shell;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Looks now and then whether a backup is due, as long as the window is open. */
public final class BackupPulse implements AutoCloseable {
    private static final Duration EVERY = Duration.minutes(5);

    private final Timeline pulse;

    public BackupPulse(BackupFeed backups) {
        this.pulse = new Timeline(new KeyFrame(EVERY, event -> backups.tick()));
        pulse.setCycleCount(Animation.INDEFINITE);
    }

    public void start() {
        pulse.play();
    }

    @Override
    public void close() {
        pulse.stop();
    }
}
