package org.eventops.launcher.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFolderTest {
    private static final String LINUX = "Linux";

    @Test
    void theFolderThatIsAskedForGoesBeforeAll() {
        Path asked = Path.of("/tmp/asked");
        assertThat(DataFolder.of(asked, Map.of("EVENTOPS_DATA", "/tmp/other"), LINUX))
                .isEqualTo(asked);
    }

    @Test
    void theVariableGoesBeforeTheSystemsPlace() {
        assertThat(
                        DataFolder.of(
                                null,
                                Map.of("EVENTOPS_DATA", "/tmp/v", "XDG_DATA_HOME", "/tmp/x"),
                                LINUX))
                .isEqualTo(Path.of("/tmp/v"));
    }

    @Test
    void eachSystemHasItsPlace() {
        assertThat(DataFolder.of(null, Map.of("XDG_DATA_HOME", "/tmp/x"), LINUX))
                .isEqualTo(Path.of("/tmp/x/eventops"));
        assertThat(DataFolder.of(null, Map.of(), LINUX))
                .matches(folder -> folder.endsWith(".local/share/eventops"));
        assertThat(DataFolder.of(null, Map.of(), "Mac OS X"))
                .matches(folder -> folder.endsWith("Library/Application Support/EventOps"));
        assertThat(DataFolder.of(null, Map.of("LOCALAPPDATA", "/tmp/l"), "Windows 11"))
                .isEqualTo(Path.of("/tmp/l/EventOps"));
    }
}
