package org.eventops.domain.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.eventops.domain.readiness.Finding.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineLooksTest {
    private record Given(long freeBytes, Optional<Battery> battery, boolean hasSound)
            implements Machine {
        @Override
        public boolean hasDisplay() {
            return true;
        }
    }

    private static final Given WELL = new Given(Long.MAX_VALUE, Optional.empty(), true);

    private static Finding of(Topic topic, Machine machine, Optional<NetworkTime> time) {
        return new MachineLooks(machine, time)
                .all().stream()
                        .filter(look -> look.topic() == topic)
                        .findFirst()
                        .orElseThrow()
                        .find();
    }

    @ParameterizedTest
    @CsvSource({"100, BAD", "199, BAD", "200, ADVICE", "1023, ADVICE", "1024, GOOD"})
    void wantsRoomOnTheDisk(long megabytes, Level level) {
        Machine machine = new Given(megabytes << 20, Optional.empty(), true);
        assertThat(of(Topic.DISK, machine, Optional.empty()).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "5, true, GOOD",
        "19, false, BAD",
        "20, false, ADVICE",
        "49, false, ADVICE",
        "50, false, GOOD"
    })
    void wantsABatteryThatLasts(int percent, boolean plugged, Level level) {
        Machine machine =
                new Given(Long.MAX_VALUE, Optional.of(new Machine.Battery(percent, plugged)), true);
        assertThat(of(Topic.BATTERY, machine, Optional.empty()).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"0, GOOD", "2000, GOOD", "-2001, ADVICE", "60000, ADVICE", "-60001, BAD"})
    void wantsTheTimeOfTheNetwork(long millisAhead, Level level) {
        NetworkTime time = () -> Duration.ofMillis(millisAhead);
        assertThat(of(Topic.TIME, WELL, Optional.of(time)).level()).isEqualTo(level);
    }

    @Test
    void doesWithoutTheNetwork() {
        NetworkTime none =
                () -> {
                    throw new IOException("nobody");
                };
        assertThat(of(Topic.TIME, WELL, Optional.of(none)).what()).isEqualTo("unreachable");
        assertThat(of(Topic.TIME, WELL, Optional.empty()).what()).isEqualTo("offline");
    }
}
