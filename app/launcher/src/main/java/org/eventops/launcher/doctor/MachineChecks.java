package org.eventops.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eventops.launcher.wiring.Display;
import org.eventops.resources.Texts;

/** What can be seen of the machine without opening the store. */
public final class MachineChecks {
    private static final long ENOUGH_BYTES = 1L << 30;
    private static final long MEGABYTE = 1L << 20;

    private final Texts texts;
    private final Path folder;

    public MachineChecks(Texts texts, Path folder) {
        this.texts = texts;
        this.folder = folder;
    }

    public List<Check> all() {
        return List.of(disk(), window(System.getenv(), System.getProperty("os.name")));
    }

    private Check disk() {
        try {
            long free = Files.getFileStore(existing(folder)).getUsableSpace();
            String key = free >= ENOUGH_BYTES ? "cli.doctor.disk" : "cli.doctor.disk.low";
            return new Check(
                    "disk",
                    free >= ENOUGH_BYTES,
                    texts.get(key, free / MEGABYTE, ENOUGH_BYTES / MEGABYTE));
        } catch (IOException e) {
            return new Check("disk", false, texts.get("cli.doctor.disk.unknown", e.toString()));
        }
    }

    private static Path existing(Path folder) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    private Check window(Map<String, String> environment, String system) {
        boolean display = Display.isThere(environment, system);
        return new Check(
                "window",
                display,
                texts.get(display ? "cli.doctor.window" : "cli.doctor.window.none"));
    }
}
