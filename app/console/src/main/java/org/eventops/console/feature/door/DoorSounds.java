package org.eventops.console.feature.door;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineUnavailableException;
import org.eventops.console.platform.TaskRunner;
import org.eventops.domain.door.Verdict.Tone;

/** A tone for each kind of verdict, told apart by pitch and number; never waited for. */
public final class DoorSounds {
    private static final float RATE = 22_050;
    private static final double BEEP = 0.11;
    private static final double REST = 0.05;

    private final TaskRunner tasks;
    private final BooleanProperty muted = new SimpleBooleanProperty(false);
    private final ReadOnlyBooleanWrapper silent = new ReadOnlyBooleanWrapper(false);
    private final Map<Tone, Clip> clips = new EnumMap<>(Tone.class);

    public DoorSounds(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /** Opens the machine's sound; one that has none leaves the door silent, and says so. */
    public void load() {
        tasks.read(unused -> open()).onSuccess(this::keep).start();
    }

    private void keep(Map<Tone, Clip> opened) {
        clips.putAll(opened);
        silent.set(opened.isEmpty());
    }

    private static Map<Tone, Clip> open() {
        Map<Tone, Clip> opened = new EnumMap<>(Tone.class);
        try {
            opened.put(Tone.GREEN, clip(880, 1));
            opened.put(Tone.AMBER, clip(520, 2));
            opened.put(Tone.RED, clip(220, 3));
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            // No sound device: a state that is shown, not a failure.
            return Map.of();
        }
        return opened;
    }

    private static Clip clip(double pitch, int beeps) throws LineUnavailableException {
        byte[] samples = samples(pitch, beeps);
        Clip clip = AudioSystem.getClip();
        clip.open(new AudioFormat(RATE, 16, 1, true, false), samples, 0, samples.length);
        return clip;
    }

    private static byte[] samples(double pitch, int beeps) {
        int beep = (int) (BEEP * RATE);
        int step = beep + (int) (REST * RATE);
        byte[] samples = new byte[2 * step * beeps];
        for (int i = 0; i < step * beeps; i++) {
            int within = i % step;
            double edge = Math.min(1, Math.min(within, beep - within) / (0.01 * RATE));
            double value = within < beep ? edge * Math.sin(2 * Math.PI * pitch * within / RATE) : 0;
            short sample = (short) (value * 0.6 * Short.MAX_VALUE);
            samples[2 * i] = (byte) sample;
            samples[2 * i + 1] = (byte) (sample >> 8);
        }
        return samples;
    }

    void play(Tone tone) {
        Clip clip = clips.get(tone);
        if (clip != null && !muted.get()) {
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
