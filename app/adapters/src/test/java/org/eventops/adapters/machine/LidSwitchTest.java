package org.eventops.adapters.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LidSwitchTest {
    @TempDir Path folder;

    @Test
    void itTellsWhatTheSystemWrites() throws IOException {
        LidSwitch lid = new LidSwitch(folder);
        assertThat(lid.getAsBoolean()).as("none").isFalse();
        Path state = Files.createDirectory(folder.resolve("LID0")).resolve("state");
        assertThat(lid.getAsBoolean()).as("does not tell").isFalse();
        Files.writeString(state, "state:      open\n");
        assertThat(lid.getAsBoolean()).isFalse();
        Files.writeString(state, "state:      closed\n");
        assertThat(lid.getAsBoolean()).isTrue();
        assertThat(new LidSwitch(folder.resolve("nowhere")).getAsBoolean()).isFalse();
    }
}
