package org.eventops.console.feature.door;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineUnavailableException;
import org.eventops.console.platform.TaskRunner;
import org.eventops.domain.door.Verdict;

/** Makes the sounds of the door; never waited for. */
public final class DoorSounds {
    private final TaskRunner tasks;
    private final DoorOptions options;
    private final BooleanProperty muted = new SimpleBooleanProperty(false);
    private final ReadOnlyBooleanWrapper silent = new ReadOnlyBooleanWrapper(false);
    private final Map<DoorSound, Clip> clips = new EnumMap<>(DoorSound.class);

    public DoorSounds(TaskRunner tasks, DoorOptions options) {
        this.tasks = tasks;
        this.options = options;
        for (DoorSound each : DoorSound.values()) {
            options.volumeProperty(each).addListener((property, before, now) -> load(each));
        }
    }

    /** Opens the machine's sound; one that has none leaves the door silent, and says so. */
    public void load() {
        for (DoorSound each : DoorSound.values()) {
            load(each);
        }
    }

    private void load(DoorSound sound) {
        int volume = options.volumeProperty(sound).get();
        tasks.read(() -> opened(sound, volume)).onSuccess(found -> keep(sound, found)).start();
    }

    private void keep(DoorSound sound, Optional<Clip> opened) {
        Clip before = clips.remove(sound);
        if (before != null) {
            before.close();
        }
        opened.ifPresent(clip -> clips.put(sound, clip));
        silent.set(opened.isEmpty());
    }

    private static Optional<Clip> opened(DoorSound sound, int volume) {
        byte[] samples = sound.samples(volume);
        try {
            Clip clip = AudioSystem.getClip();
            clip.open(
                    new AudioFormat(DoorSound.RATE, 16, 1, true, false),
                    samples,
                    0,
                    samples.length);
            return Optional.of(clip);
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            // No sound device: a state that is shown, not a failure.
            return Optional.empty();
        }
    }

    void play(Verdict verdict) {
        if (!muted.get()) {
            play(DoorSound.of(verdict));
        }
    }

    /** As loud as it is set, also while the door is muted. */
    public void play(DoorSound sound) {
        Clip clip = clips.get(sound);
        if (clip != null) {
            clip.stop();
            clip.setFramePosition(0);
            clip.start();
        }
    }

    public BooleanProperty mutedProperty() {
        return muted;
    }

    /** Whether this machine makes no sound. */
    public ReadOnlyBooleanProperty silentProperty() {
        return silent.getReadOnlyProperty();
    }
}
