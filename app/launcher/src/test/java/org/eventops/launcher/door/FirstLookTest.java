package org.eventops.launcher.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who has nothing yet. */
class FirstLookTest {
    @TempDir Path folder;

    @Test
    void loadsTheDemoWithOneClick() throws Exception {
        DoorWindow window = DoorWindow.openEmpty(folder);
        try {
            assertThat(window.events()).isZero();
            window.fire("#load-demo");
            assertThat(window.events()).isEqualTo(12);
        } finally {
            window.close();
        }
    }
}
