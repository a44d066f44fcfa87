package org.eventops.domain.readiness;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What can be seen of the machine without the store. */
public final class MachineLooks {
    static final long ENOUGH = 1L << 30;
    static final long FEW = 200L << 20;
    private static final long MEGABYTE = 1L << 20;
    static final int LOW = 50;
    static final int EMPTY = 20;
    static final Duration SLIGHT = Duration.ofSeconds(2);
    static final Duration WRONG = Duration.ofMinutes(1);

    private final Machine machine;
    private final Optional<NetworkTime> time;

    /**
     * @param time empty when the network must not be touched
     */
    public MachineLooks(Machine machine, Optional<NetworkTime> time) {
        this.machine = machine;
        this.time = time;
    }

    public List<Look> all() {
        return List.of(
                Look.slow(Topic.TIME, this::time),
                Look.slow(Topic.SOUND, this::sound),
                Look.quick(Topic.DISK, this::disk),
                Look.quick(Topic.BATTERY, this::battery),
                Look.quick(Topic.WINDOW, this::window));
    }

    List<Look> standing() {
        return List.of(
                Look.quick(Topic.DISK, this::disk), Look.quick(Topic.BATTERY, this::battery));
    }

    private Finding disk() {
        try {
            long free = machine.freeBytes();
            long megabytes = free / MEGABYTE;
            if (free < FEW) {
                return Finding.bad(Topic.DISK, "low", megabytes, ENOUGH / MEGABYTE);
            }
            return free < ENOUGH
                    ? Finding.advice(Topic.DISK, "low", megabytes, ENOUGH / MEGABYTE)
                    : Finding.good(Topic.DISK, "free", megabytes);
        } catch (IOException e) {
            return Finding.advice(Topic.DISK, "unknown", e.toString());
        }
    }

    private Finding battery() {
        return machine.battery()
                .map(MachineLooks::battery)
                .orElseGet(() -> Finding.good(Topic.BATTERY, "none"));
    }

    private static Finding battery(Machine.Battery battery) {
        if (battery.plugged()) {
            return Finding.good(Topic.BATTERY, "plugged", battery.percent());
        }
        if (battery.percent() < EMPTY) {
            return Finding.bad(Topic.BATTERY, "low", battery.percent());
        }
        return battery.percent() < LOW
                ? Finding.advice(Topic.BATTERY, "low", battery.percent())
                : Finding.good(Topic.BATTERY, "charged", battery.percent());
    }

    private Finding sound() {
        return machine.hasSound()
                ? Finding.good(Topic.SOUND, "heard")
                : Finding.advice(Topic.SOUND, "silent");
    }

    private Finding window() {
        return machine.hasDisplay()
                ? Finding.good(Topic.WINDOW, "shown")
                : Finding.advice(Topic.WINDOW, "none");
    }

    private Finding time() {
        if (time.isEmpty()) {
            return Finding.good(Topic.TIME, "offline");
        }
        try {
            Duration ahead = time.get().ahead();
            double seconds = ahead.toMillis() / 1000.0;
            if (ahead.abs().compareTo(WRONG) > 0) {
                return Finding.bad(Topic.TIME, "wrong", seconds);
            }
            return ahead.abs().compareTo(SLIGHT) > 0
                    ? Finding.advice(Topic.TIME, "wrong", seconds)
                    : Finding.good(Topic.TIME, "right", seconds);
        } catch (IOException e) {
            // A door without a network is as it should be.
            return Finding.good(Topic.TIME, "unreachable");
        }
    }
}
