package org.eventops.adapters.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineUnavailableException;
import org.eventops.domain.readiness.Machine;
import oshi.SystemInfo;
import oshi.hardware.PowerSource;

/** Asks the system, on each of them in its own way. */
public final class ThisMachine implements Machine {
    private static final float RATE = 22_050;

    private final Path folder;
    private final boolean display;

    /**
     * @param folder of the store; it may not be there yet
     */
    public ThisMachine(Path folder, boolean display) {
        this.folder = folder;
        this.display = display;
    }

    @Override
    public long freeBytes() throws IOException {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return Files.getFileStore(there).getUsableSpace();
    }

    @Override
    public Optional<Battery> battery() {
        return new SystemInfo()
                .getHardware().getPowerSources().stream()
                        .filter(ThisMachine::isBattery)
                        .findFirst()
                        .map(ThisMachine::battery);
    }

    /** Machines without one tell of a source that holds nothing. */
    private static boolean isBattery(PowerSource source) {
        double share = source.getRemainingCapacityPercent();
        return source.getMaxCapacity() > 0 && share >= 0 && share <= 1;
    }

    private static Battery battery(PowerSource source) {
        return new Battery(
                (int) Math.round(source.getRemainingCapacityPercent() * 100),
                source.isPowerOnLine() || source.isCharging());
    }

    @Override
    public boolean hasSound() {
        byte[] silence = new byte[2];
        try (Clip clip = AudioSystem.getClip()) {
            clip.open(new AudioFormat(RATE, 16, 1, true, false), silence, 0, silence.length);
            return true;
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            // That there is none is the answer.
            return false;
        }
    }

    @Override
    public boolean hasDisplay() {
        return display;
    }
}
